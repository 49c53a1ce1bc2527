import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import type { Month } from '#core/fiscal'

/** A pair of papers that waits for a person, each as people name it. */
export interface OpenSuggestion {
  id: number
  unit: string
  leg: string
  rule: string
  amount: string
  evidence: string
  left: { name: string; day: string; who: string; url: string }
  right: { name: string; day: string; who: string; url: string }
}

/** Suggestions shown at once; deciding some brings the next. */
const SHOWN = 100

/** The suggestions of a unit, with everything below it, and a month that nobody decided yet. */
export async function openSuggestions(unitId: number, month: Month, locale: Locale) {
  const [rows] = await db.rawQuery(
    `SELECT s.id, s.leg, s.rule, s.amount, s.evidence, s.left_id, s.right_id, u.name_${locale} AS unit,
       CONCAT(b.book_no, '/', r.number) AS receipt, r.received_on, r.payer_name,
       c.payment_ref, c.due_on, p.name AS party,
       l.reference, l.booked_on, l.narrative,
       COALESCE(d.number, e.batch_no) AS deposit, COALESCE(d.deposited_on, e.settled_on) AS deposited_on,
       COALESCE(e.provider, '') AS provider
     FROM match_suggestions s
     JOIN unit_closure reach ON reach.descendant_id = s.unit_id AND reach.ancestor_id = ?
     JOIN units u ON u.id = s.unit_id
     LEFT JOIN receipts r ON s.leg = 'charge_receipt' AND r.id = s.left_id
     LEFT JOIN receipt_books b ON b.id = r.book_id
     LEFT JOIN charges c ON s.leg = 'charge_receipt' AND c.id = s.right_id
     LEFT JOIN parties p ON p.id = c.party_id
     LEFT JOIN bank_lines l ON s.leg <> 'charge_receipt' AND l.id = s.left_id
     LEFT JOIN deposit_slips d ON s.leg = 'slip_bank' AND d.id = s.right_id
     LEFT JOIN settlements e ON s.leg = 'settlement_bank' AND e.id = s.right_id
     WHERE s.month = ? AND s.state = 'open' ORDER BY s.amount DESC, s.id LIMIT ${SHOWN + 1}`,
    [unitId, month.first] as string[]
  )
  const all = (rows as Record<string, string>[]).map(suggestionOf)
  return { rows: all.slice(0, SHOWN), more: all.length > SHOWN }
}

function suggestionOf(row: Record<string, any>): OpenSuggestion {
  const pays = row.leg === 'charge_receipt'
  const deposits = row.leg === 'slip_bank' ? 'slips' : 'settlements'
  return {
    id: Number(row.id),
    unit: row.unit,
    leg: row.leg,
    rule: row.rule,
    amount: String(row.amount),
    evidence: row.evidence,
    left: pays
      ? {
          name: row.receipt,
          day: row.received_on,
          who: row.payer_name,
          url: `/papers/receipts/${row.left_id}`,
        }
      : {
          name: row.reference || row.narrative,
          day: row.booked_on,
          who: row.narrative,
          url: `/papers/bank_lines/${row.left_id}`,
        },
    right: pays
      ? {
          name: row.payment_ref,
          day: row.due_on,
          who: row.party ?? '',
          url: `/papers/charges/${row.right_id}`,
        }
      : {
          name: row.deposit,
          day: row.deposited_on,
          who: row.provider,
          url: `/papers/${deposits}/${row.right_id}`,
        },
  }
}
