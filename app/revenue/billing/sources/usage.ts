import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Source } from '#revenue/billing/entitlement'

/**
 * مقابل الانتفاع: the days of possession without a right that lie before the billing month, by month, as
 * the case accrued them (registry). Days from the day on which a case was closed count no more, and a case
 * decided for its occupier, found lawful or taken back owes nothing: what was billed of it is taken back.
 */
export const usage: Source = async ({ unitId, month, trx }) => {
  const [rows] = await trx.rawQuery(
    `WITH RECURSIVE months AS (
       SELECT CAST(DATE_FORMAT(MIN(valid_from), '%Y-%m-01') AS DATE) AS first FROM usage_accruals WHERE unit_id = ?
       UNION ALL SELECT CAST(first + INTERVAL 1 MONTH AS DATE) FROM months WHERE first + INTERVAL 1 MONTH < ?)
     SELECT id, asset_id, party_id, first, MAX(tariff) AS tariff, SUM(days) AS days, SUM(days * per_day) AS amount
     FROM (
       SELECT k.id, k.asset_id, k.party_id, m.first, a.tariff, a.per_day, GREATEST(0, DATEDIFF(
           LEAST(a.valid_to, m.first + INTERVAL 1 MONTH, COALESCE(k.charged_to, a.valid_to)),
           GREATEST(a.valid_from, m.first))) AS days
       FROM usage_accruals a
       JOIN encroachment_cases k ON k.id = a.case_id AND k.status NOT IN ('lost', 'cancelled', 'lawful', 'duplicate')
       JOIN months m ON m.first < a.valid_to AND m.first + INTERVAL 1 MONTH > a.valid_from AND m.first < ?
       WHERE a.unit_id = ?) used
     GROUP BY id, asset_id, party_id, first HAVING amount > 0 ORDER BY id, first`,
    [unitId, month.first, month.first, unitId]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    source: 'usage',
    sourceId: Number(row.id),
    period: Month.containing(row.first),
    amount: Money.of(String(row.amount)),
    days: Number(row.days),
    head: 'USUFRUCT',
    assetId: row.asset_id,
    partyId: row.party_id,
    basis: row.tariff,
  }))
}
