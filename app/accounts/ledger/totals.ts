import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { Entry } from '#accounts/ledger/entry'
import type { Accounts } from '#accounts/ledger/judge_entries'
import { integer, rowsOf } from '#accounts/ledger/literals'

const COLUMNS = 'unit_id, month, account_id, fund_id, debit, credit, line_count'
const ADD = `ON DUPLICATE KEY UPDATE debit = ledger_totals.debit + VALUES(debit),
  credit = ledger_totals.credit + VALUES(credit), line_count = ledger_totals.line_count + VALUES(line_count)`

export interface Total {
  key: readonly [unitId: number, month: string, accountId: number, fundId: number]
  /** In piastres. */
  debit: bigint
  credit: bigint
  lines: number
}

/** What entries add to the totals of their months, in the order of the totals' key. */
export function totalsOf(entries: readonly Entry[], accounts: Accounts): Total[] {
  const totals = new Map<string, Total>()
  for (const { unitId, postedOn, lines } of entries) {
    const month = `${postedOn.slice(0, 7)}-01`
    for (const { account, fundId, debit, credit } of lines) {
      const { id } = accounts.get(account)!
      const name = `${unitId}/${month}/${id}/${fundId ?? 0}`
      let total = totals.get(name)
      if (!total) {
        total = { key: [unitId, month, id, fundId ?? 0], debit: 0n, credit: 0n, lines: 0 }
        totals.set(name, total)
      }
      total.debit += debit?.piastres ?? 0n
      total.credit += credit?.piastres ?? 0n
      total.lines++
    }
  }
  // In the order of the key: two postings that touch the same totals wait for each other, never both.
  return [...totals.values()].sort((a, b) => compare(a.key, b.key))
}

/**
 * Adds to the totals of months (unit × month × account × fund), by which the trial balance is read.
 * Whoever writes lines of the ledger calls it in the same transaction; `books:check` holds the totals
 * against the lines.
 */
export async function addToTotals(totals: readonly Total[], trx: Trx): Promise<void> {
  const rows = totals.map(({ key: [unit, month, account, fund], debit, credit, lines }) => [
    integer(unit),
    `'${month}'`,
    integer(account),
    integer(fund),
    Money.piastres(debit).toString(),
    Money.piastres(credit).toString(),
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
