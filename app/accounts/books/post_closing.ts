import type { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { postEntry, type EntryLine } from '#accounts/actions/post_entry'
import { netOf, onItsSide, RESULT_ACCOUNT, type AccountFigures } from '#accounts/books/figures'
import { isOfYear } from '#accounts/books/roll_over'
import { YEAR_CLOSING } from '#accounts/ledger/judge_entries'

interface Closed {
  unitId: number
  year: FiscalYear
  attempt: number
  rows: readonly AccountFigures[]
}

/**
 * Takes every revenue and expense account to the result by one entry of 30 June, which stays locked to all
 * other entries.
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
  const entry = {
    unitId,
    postedOn: year.last,
    kind: YEAR_CLOSING,
    businessKey: `year-closing/${unitId}/${year.slug}/${attempt}`,
    description: `إقفال حسابات الموارد والاستخدامات لسنة ${year.label}`,
    lines,
  }
  return (await postEntry(entry, { by, trx })).id
}

function line(account: number | string, net: Money): EntryLine {
  const { debit, credit } = onItsSide(net)
  return debit.isZero() ? { account, credit } : { account, debit }
}
