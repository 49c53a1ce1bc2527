import { addDays, daysBetween, type Day } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { datedSetting } from '#core/settings'
import type { Billing as HowOften } from '#registry/rights/kinds'
import { holdoverPerDay } from '#registry/rights/rent'
import type { Billing, Entitlement, Source } from '#revenue/billing/entitlement'
import { HEAD_OF_RIGHT } from '#revenue/billing/head_of_right'

/**
 * مقابل الإشغال بعد الانتهاء: each day that a holder stayed after his right ended, by month, until he left
 * (his occupancy's end); the tariff is that of the month's first such day. A right that was renewed from
 * its end owes none.
 */
export const holdover: Source = async (billing) => {
  const { unitId, month, trx } = billing
  const [rows] = await trx.rawQuery(
    `SELECT r.id, r.right_no, r.asset_id, r.party_id, r.status, ${HEAD_OF_RIGHT} AS head,
       COALESCE(r.ended_on, r.valid_to) AS held_to,
       COALESCE(t.billing, r.billing) AS billing, COALESCE(t.period_amount, r.period_amount) AS period_amount,
       (SELECT MAX(o.valid_to) FROM occupancies o WHERE o.right_id = r.id) AS left_on
     FROM rights r JOIN assets a ON a.id = r.asset_id JOIN asset_classes c ON c.id = a.class_id
     LEFT JOIN right_terms t ON t.right_id = r.id
       AND t.valid_from = (SELECT MAX(l.valid_from) FROM right_terms l WHERE l.right_id = r.id)
     WHERE r.unit_id = ? AND r.status IN ('holdover', 'vacated') AND COALESCE(r.ended_on, r.valid_to) < ?
     ORDER BY r.id`,
    [unitId, month.first]
  )
  const found: Entitlement[] = []
  for (const row of rows as Record<string, any>[]) found.push(...(await monthsOf(row, billing)))
  return found
}

async function monthsOf(
  row: Record<string, any>,
  { unitId, month, trx }: Billing
): Promise<Entitlement[]> {
  const stays = row.status === 'holdover' && (row.left_on === null || row.left_on <= row.held_to)
  const left: Day = stays ? month.first : (row.left_on ?? row.held_to)
  const until = left < month.first ? left : month.first
  if (until <= row.held_to) return []
  const found: Entitlement[] = []
  const months = Month.range(Month.containing(row.held_to), Month.containing(addDays(until, -1)))
  for (const period of months) {
    const from = row.held_to > period.first ? row.held_to : period.first
    const to = until < period.next().first ? until : period.next().first
    const { value, legalReference } = await datedSetting<{ factor: string }>(
      'registry.rights.holdover',
      { on: from, unitId, trx }
    )
    const perDay = holdoverPerDay(
      {
        validFrom: row.held_to,
        validTo: row.held_to,
        billing: row.billing as HowOften,
        periodAmount: Money.of(row.period_amount),
      },
      value.factor
    )
    const days = daysBetween(from, to)
    const amount = Money.piastres(perDay.piastres * BigInt(days))
    if (!amount.isPositive()) continue
    found.push({
      source: 'holdover',
      sourceId: Number(row.id),
      period,
      amount,
      days,
      head: row.head,
      rightId: Number(row.id),
      assetId: row.asset_id,
      partyId: row.party_id,
      basis: legalReference,
    })
  }
  return found
}
