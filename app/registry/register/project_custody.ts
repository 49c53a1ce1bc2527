import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import type { CustodyKind } from '#registry/register/attributes'
import { readChanges } from '#registry/register/changes'
import { custodyFact, sameFact, type Custody } from '#registry/register/facts'

/** No end is known. */
export const FOREVER: Day = '9999-12-31'

export interface CustodyPeriod {
  custody: Custody
  from: Day
  to: Day
  transactionId: number | null
  importId: number | null
}

interface DatedCustody {
  valid_from: Day
  transaction_id: number | null
  import_id: number | null
  custody: Custody | null
}

/**
 * Periods of one kind of custody, half-open and without overlap: each statement holds until the next
 * one; of several for one day the last recorded counts.
 */
export function custodyPeriods(statements: readonly DatedCustody[]): CustodyPeriod[] {
  const ofDay = new Map<Day, DatedCustody>()
  for (const statement of statements) ofDay.set(statement.valid_from, statement)
  const days = [...ofDay.values()].sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  const periods: CustodyPeriod[] = []
  for (const [index, one] of days.entries()) {
    const to = days[index + 1]?.valid_from ?? FOREVER
    const last = periods.at(-1)
    if (one.custody === null) continue
    if (last?.to === one.valid_from && sameFact({ ...last.custody }, { ...one.custody })) {
      last.to = to
      continue
    }
    periods.push({
      custody: one.custody,
      from: one.valid_from,
      to,
      transactionId: one.transaction_id,
      importId: one.import_id,
    })
  }
  return periods
}

/** Brings the table of custodies to what the log says; the database itself refuses two at once (R9). */
export async function syncCustody(assetId: number, kind: CustodyKind, trx: Trx): Promise<void> {
  const name = custodyFact(kind)
  const changes = await readChanges(assetId, {}, trx)
  const statements = changes
    .filter(({ facts }) => facts[name] !== undefined)
    .map((change) => ({ ...change, custody: change.facts[name] as Custody | null }))
  await trx.rawQuery('DELETE FROM custodies WHERE asset_id = ? AND kind = ?', [assetId, kind])
  for (const period of custodyPeriods(statements)) {
    await trx.rawQuery(
      `INSERT INTO custodies (asset_id, kind, authority_unit_id, authority_name, legal_basis_id, valid_from, valid_to, transaction_id, import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        assetId,
        kind,
        period.custody.unit_id,
        period.custody.name,
        period.custody.legal_basis_id,
        period.from,
        period.to,
        period.transactionId,
        period.importId,
      ] as string[]
    )
  }
}
