import { addMonths } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { BILLING_MONTHS, type Billing } from '#registry/rights/kinds'
import type { Entitlement, Source } from '#revenue/billing/entitlement'
import { HEAD_OF_RIGHT } from '#revenue/billing/head_of_right'

/**
 * الإيجار والمقابل الدوري: the periods of each right of the house that began by the end of the billing
 * month, at the rent of the term in force on the day they begin (raises included), in advance and whole.
 * Rights of imported registers are charged by their own files, and a period that a file charged is not
 * billed again. A right ended early owes nothing for the periods after its end.
 */
export const rent: Source = async ({ unitId, month, trx }) => {
  const [rows] = await trx.rawQuery(
    `SELECT r.id, r.right_no, r.asset_id, r.party_id, r.valid_from, COALESCE(r.ended_on, r.valid_to) AS held_to,
       ${HEAD_OF_RIGHT} AS head, t.billing, t.period_amount, t.valid_from AS term_from, t.valid_to AS term_to
     FROM rights r JOIN right_terms t ON t.right_id = r.id JOIN assets a ON a.id = r.asset_id
     JOIN asset_classes c ON c.id = a.class_id
     WHERE r.unit_id = ? AND r.made_by IS NOT NULL AND r.valid_from <= ? AND t.valid_from <= ?
       AND (r.handed_over_on IS NOT NULL OR r.status IN ('active', 'expiring', 'renewed', 'expired', 'holdover', 'vacated', 'suspended'))
     ORDER BY r.id, t.valid_from`,
    [unitId, month.last, month.last]
  )
  const charged = await chargedByFiles(unitId, trx)
  return (rows as Record<string, any>[]).flatMap((row) => periodsOf(row, month, charged))
}

/** The billing periods that begin within one term of a right. */
function periodsOf(
  row: Record<string, any>,
  month: Month,
  charged: ReadonlySet<string>
): Entitlement[] {
  const amount = Money.of(row.period_amount)
  if (!amount.isPositive()) return []
  const every = BILLING_MONTHS[row.billing as Billing]
  const found: Entitlement[] = []
  for (let from = row.valid_from, step = 1; from <= month.last; step++) {
    const period = Month.containing(from)
    const within = from >= row.term_from && from < row.term_to && from < row.held_to
    if (within && !charged.has(`${row.id}/${period.first}`)) {
      found.push({
        source: 'rent',
        sourceId: Number(row.id),
        period,
        amount,
        days: null,
        head: row.head,
        rightId: Number(row.id),
        assetId: row.asset_id,
        partyId: row.party_id,
        dueFrom: from,
        basis: `عقد ${row.right_no}`,
      })
    }
    if (every === null || from >= row.term_to) break
    from = addMonths(row.valid_from, step * every)
  }
  return found
}

/** Rights and months that an imported file charged: `id/yyyy-mm-01`. */
async function chargedByFiles(
  unitId: number,
  trx: Parameters<Source>[0]['trx']
): Promise<Set<string>> {
  const [rows] = await trx.rawQuery(
    `SELECT DISTINCT c.right_id, c.period FROM charges c JOIN rights r ON r.id = c.right_id AND r.made_by IS NOT NULL
     LEFT JOIN bills b ON b.charge_id = c.id
     WHERE c.unit_id = ? AND c.status = 'open' AND b.id IS NULL`,
    [unitId]
  )
  return new Set(
    (rows as { right_id: number; period: string }[]).map((row) => `${row.right_id}/${row.period}`)
  )
}
