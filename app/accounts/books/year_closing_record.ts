import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import type { FiscalYear } from '#core/fiscal'
import type { Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { documentHash } from '#identity/actions/decide_approval'
import type User from '#identity/models/user'
import type { RolledOver } from '#accounts/books/roll_over'
import YearClosing from '#accounts/models/year_closing'

/** The moment of a step. */
export const now = () => DateTime.fromJSDate(clock.now())

/** A closing, held until the transaction ends. */
export async function held(id: number, trx: Trx): Promise<YearClosing> {
  return (await YearClosing.findOrFail(id, { client: trx })).lock(trx)
}

/** The fingerprint of a closed year: what every account closes and opens with. */
export function hashOf({
  unitId,
  year,
  balances,
}: {
  unitId: number
  year: FiscalYear
  balances: RolledOver[]
}) {
  const said = balances.map(({ code, closes, opens }) => ({ code, closes, opens }))
  return documentHash({ unitId, year: year.label, balances: said })
}

/** What the trail keeps of a step of closing a year. */
export async function record(
  closing: YearClosing,
  verb: string,
  told: { after?: object; reason?: string },
  { by, requestId, trx }: { by: User; requestId?: string; trx: Trx }
) {
  const { id, unitId, fiscalYear } = closing
  const subject = { unitId, subjectType: 'year_closing', subjectId: id, label: fiscalYear }
  await Trail.record(
    { action: `year_closing.${verb}`, ...subject, ...told },
    { by: by.asActor(requestId), trx }
  )
}
