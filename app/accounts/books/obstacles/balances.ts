import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { netOf } from '#accounts/books/figures'
import type { Finding } from '#accounts/books/obstacles/obstacle'

/** Memorandum accounts that do not face each other. */
export const unbalancedMemo: Finding = async ({ rows, year }) => {
  const memo = rows.filter((row) => row.class === 'memo' && !netOf(row.carried).isZero())
  const net = Money.sum(memo.map(({ carried }) => netOf(carried)))
  if (net.isZero()) return null
  return {
    kind: 'memo',
    says: sentence(
      `الحسابات النظامية لا تتقابل والفرق ${net.abs().format('ar')} جنيه`,
      `memorandum accounts do not face each other; the difference is ${net.abs().format('en')} pounds`
    ),
    lines: memo.map((row) => ({
      number: row.code,
      about: sentence(row.nameAr, row.nameEn),
      amount: netOf(row.carried),
      url: `/accounts/ledger-lines?account=${row.code}&posted_from=${year.first}&posted_to=${year.last}`,
    })),
    total: net.abs(),
  }
}

/** The year before, where anything was posted in it, is closed and its final account approved. */
export const openYearBefore: Finding = async ({ unitId, year }, trx) => {
  const before = year.previous()
  const [[row]] = await trx.rawQuery(
    `SELECT EXISTS (SELECT 1 FROM ledger_entries WHERE unit_id = ? AND posted_on < ?) AS posted,
       (SELECT id FROM year_closings WHERE unit_id = ? AND fiscal_year = ?) AS id,
       EXISTS (SELECT 1 FROM year_closings WHERE unit_id = ? AND fiscal_year = ? AND status = 'approved') AS closed`,
    [unitId, year.first, unitId, before.label, unitId, before.label] as string[]
  )
  if (!Number(row.posted) || Number(row.closed)) return null
  const says = sentence(
    `سنة ${before.label} لم يعتمد حسابها الختامي`,
    `the final account of ${before.label} is not approved`
  )
  const url = row.id ? `/accounts/year-closings/${row.id}` : '/accounts/year-closings/create'
  const lines = [{ number: before.label, about: says, amount: null, url }]
  return { kind: 'year_before', says, lines, total: null }
}
