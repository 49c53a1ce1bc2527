import type { Trx } from '#core/within'
import { AlreadyPostedError } from '#accounts/errors'
import type { Entry } from '#accounts/ledger/entry'
import { textLiteral } from '#accounts/ledger/literals'

/**
 * Runs the statement that writes entries: the key of business keys refuses what is in the books already,
 * also what another has posted this moment.
 * @throws AlreadyPostedError naming the fact that posted before
 */
export async function refusingPosted<T>(
  entries: readonly Pick<Entry, 'businessKey'>[],
  trx: Trx,
  write: () => Promise<T>
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code, sqlMessage } = error as { code?: string; sqlMessage?: string }
    if (code !== 'ER_DUP_ENTRY' || !sqlMessage?.includes('ledger_entries_business')) throw error
    const keys = entries.map(({ businessKey }) => businessKey)
    const [[posted]] = await trx.rawQuery(
      `SELECT business_key FROM ledger_entries WHERE business_key IN (${keys.map(textLiteral).join(', ')}) LIMIT 1 LOCK IN SHARE MODE`
    )
    throw new AlreadyPostedError(posted?.business_key ?? twice(keys))
  }
}

/** The first that stands there a second time. */
const twice = (keys: readonly string[]) => keys.find((key, at) => keys.indexOf(key) < at)!
