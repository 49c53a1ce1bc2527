import { VERDICT, type Stage } from '#core/imports/stage'

/** The order that a row names. */
export const SAME_ORDER =
  'o.unit_id = s.unit_id AND o.fiscal_year = s.order_year AND o.number = s.order_number'

/** What a row says against the order it names; the first that applies. */
export async function judgeAnswers(stage: Stage): Promise<void> {
  const orders = `FROM import_stage s LEFT JOIN payment_orders o ON ${SAME_ORDER} LEFT JOIN bank_answers a ON a.order_id = o.id`
  const same =
    'a.id IS NOT NULL AND a.result = s.result AND a.amount = s.amount AND a.value_on = s.value_on AND (s.iban IS NULL OR o.payee_iban <=> s.iban)'
  const checks: [when: string, code: string, field: string, said: string, recorded: string][] = [
    ['o.id IS NULL', 'unknown_order', 'order_no', 's.order_no', 'NULL'],
    [
      "o.status IN ('made', 'signed_first', 'void')",
      'order_not_sent',
      'order_no',
      's.order_no',
      'NULL',
    ],
    [
      "o.status IN ('executed', 'rejected')",
      'order_answered',
      'order_no',
      's.order_no',
      'o.status',
    ],
    ['o.amount <> s.amount', 'order_amount_differs', 'amount', 's.amount', 'o.amount'],
    [
      's.iban IS NOT NULL AND NOT (o.payee_iban <=> s.iban)',
      'order_iban_differs',
      'iban',
      's.iban',
      'o.payee_iban',
    ],
    ['s.value_on < o.made_on', 'before_order', 'value_on', 's.value_on', 'o.made_on'],
    [
      `s.result = 'executed' AND EXISTS (SELECT 1 FROM accounting_periods p WHERE p.unit_id = s.unit_id
        AND p.month = DATE_FORMAT(s.value_on, '%Y-%m-01') AND p.state = 'locked')`,
      ...(['period_locked', 'value_on', 's.value_on', 'NULL'] as const),
    ],
  ]
  const pick = (at: 1 | 2 | 3 | 4) =>
    `CASE ${checks.map((check) => `WHEN ${check[0]} THEN ${at < 3 ? `'${check[at]}'` : `LEFT(${check[at]}, 190)`}`).join(' ')} END`
  await stage.verdict(
    `SELECT s.seq, ${VERDICT.unchanged}, NULL, NULL, NULL, NULL, a.id ${orders} WHERE s.problem_code IS NULL AND ${same}`
  )
  await stage.verdict(
    `SELECT s.seq, ${VERDICT.rejected}, ${pick(1)}, ${pick(2)}, ${pick(3)}, ${pick(4)}, NULL
     ${orders} WHERE s.problem_code IS NULL AND (${checks.map(([when]) => `(${when})`).join(' OR ')})`
  )
}
