import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { Entry } from '#accounts/ledger/entry'
import type { Accounts } from '#accounts/ledger/judge_entries'
import { integer, rowsOf } from '#accounts/ledger/literals'

const COLUMNS = 'unit_id, month, account_id, fund_id, debit, credit, line_count'
const ADD = `ON DUPLICATE KEY UPDATE debit = ledger_totals.debit + VALUES(debit),
  credit = ledger_totals.credit + VALUES(credit), line_count = ledger_totals.line_count + VALUES(line_count)`

interface Total {
  key: readonly [unitId: number, month: string, accountId: number, fundId: number]
  debit: Money
  credit: Money
  lines: number
}

/**
 * Adds entries to the totals of their months (unit × month × account × fund), by which the trial
 * balance is read. Whoever writes lines of the ledger calls it in the same transaction;
 * `books:check` holds the totals against the lines.
 */
export async function addToTotals(
  entries: readonly Entry[],
  accounts: Accounts,
  trx: Trx
): Promise<void> {
  const totals = new Map<string, Total>()
  for (const { unitId, postedOn, lines } of entries) {
    const month = `${postedOn.slice(0, 7)}-01`
    for (const { account, fundId, debit, credit } of lines) {
      const key = [unitId, month, accounts.get(account)!.id, fundId ?? 0] as const
      const name = key.join('/')
      let total = totals.get(name)
      if (!total) {
        total = { key, debit: Money.zero, credit: Money.zero, lines: 0 }
        totals.set(name, total)
      }
      if (debit) total.debit = total.debit.add(debit)
      if (credit) total.credit = total.credit.add(credit)
      total.lines++
    }
  }
  // In the order of the key: two postings that touch the same totals wait for each other, never both.
  const ordered = [...totals.values()].sort((a, b) => compare(a.key, b.key))
  const rows = ordered.map(({ key: [unit, month, account, fund], debit, credit, lines }) => [
    integer(unit),
    `'${month}'`,
    integer(account),
    integer(fund),
    debit.toString(),
    credit.toString(),
    integer(lines),
  ])
  await trx.rawQuery(`INSERT INTO ledger_totals (${COLUMNS}) VALUES ${rowsOf(rows)} ${ADD}`)
}

/** Adds lines that a SELECT of `(unit_id, posted_on, account_id, fund_id, debit, credit)` gives. */
export function addSelectedToTotals(lines: string): string {
  return `INSERT INTO ledger_totals (${COLUMNS})
    SELECT unit_id, DATE_FORMAT(posted_on, '%Y-%m-01') AS first_day, account_id, COALESCE(fund_id, 0) AS fund,
      SUM(debit), SUM(credit), COUNT(*)
    FROM (${lines}) posted GROUP BY unit_id, first_day, account_id, fund
    ORDER BY unit_id, first_day, account_id, fund ${ADD}`
}

function compare(a: Total['key'], b: Total['key']): number {
  for (const at of [0, 1, 2, 3] as const) {
    if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1
  }
  return 0
}
