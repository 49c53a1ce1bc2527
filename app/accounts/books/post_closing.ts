import type { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { postEntry, type EntryLine } from '#accounts/actions/post_entry'
import { netOf, onItsSide, RESULT_ACCOUNT, type AccountFigures } from '#accounts/books/figures'
import { isOfYear } from '#accounts/books/roll_over'

interface Closed {
  unitId: number
  year: FiscalYear
  attempt: number
  rows: readonly AccountFigures[]
}

/**
 * Takes every revenue and expense account to the result by one entry of 30 June.
 * @returns its id; null when the year had neither
 */
export async function postClosing(
  { unitId, year, attempt, rows }: Closed,
  { by, trx }: { by: { id: number }; trx: Trx }
): Promise<number | null> {
  const nets = rows
    .filter(isOfYear)
    .map((row) => ({ account: row.accountId, net: netOf(row.carried) }))
    .filter(({ net }) => !net.isZero())
  if (!nets.length) return null
  const lines: EntryLine[] = nets.map(({ account, net }) => line(account, net.negate()))
  const result = Money.sum(nets.map(({ net }) => net))
  if (!result.isZero()) lines.push(line(RESULT_ACCOUNT, result))
  const { id } = await withJuneOpen(unitId, year, trx, () =>
    postEntry(
      {
        unitId,
        postedOn: year.last,
        kind: 'year_closing',
        businessKey: `year-closing/${unitId}/${year.slug}/${attempt}`,
        description: `إقفال حسابات الموارد والاستخدامات لسنة ${year.label}`,
        lines,
      },
      { by, trx }
    )
  )
  return id
}

/**
 * The closing entry is the one that enters a locked June: the month opens for it and is locked again in the
 * same transaction, so nobody else ever sees it open.
 */
export async function withJuneOpen<T>(
  unitId: number,
  year: FiscalYear,
  trx: Trx,
  work: () => Promise<T>
): Promise<T> {
  const june = year.months.at(-1)!.first
  const turn = (from: string, to: string) =>
    trx.rawQuery(
      'UPDATE accounting_periods SET state = ? WHERE unit_id = ? AND month = ? AND state = ?',
      [to, unitId, june, from] as string[]
    )
  const [{ affectedRows }] = await turn('locked', 'open')
  const done = await work()
  if (affectedRows) await turn('open', 'locked')
  return done
}

function line(account: number | string, net: Money): EntryLine {
  const { debit, credit } = onItsSide(net)
  return debit.isZero() ? { account, credit } : { account, debit }
}
