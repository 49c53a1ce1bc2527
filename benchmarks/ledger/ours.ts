import { within } from '#core/within'
import { postEntries } from '#accounts/actions/post_entry'
import type { LedgerWorld } from './world.js'

/** Entries of one transaction. */
const BATCH = 1000

/** Posts all in transactions of a thousand entries, and says how long posting took. */
export async function postAll(world: LedgerWorld): Promise<number> {
  let seconds = 0
  for (let from = 0; from < world.entries; from += BATCH) {
    const entries = world.batch(from, Math.min(BATCH, world.entries - from))
    const begun = performance.now()
    await within(null, (trx) => postEntries(entries, { trx, by: { id: null } }))
    seconds += (performance.now() - begun) / 1000
  }
  return seconds
}
