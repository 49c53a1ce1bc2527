import type { Trx } from '#core/within'
import type { MatchRule } from '#revenue/reconciliation/rules'

export const after = ['units']

const LEGAL = 'قواعد عمل ديوان؛ تُعتمد بقرار السلطة المختصة بالمحافظة'

/** The rules as they are first loaded: what rests on a paper's own number is certain, likeness is not. */
export const reconciliationRules: readonly MatchRule[] = [
  rule('reference_exact', 1, true, [0, 0]),
  rule('reference_amount_differs', 1, true, [0, 0]),
  rule('right_head_period', 1, true, [0, 0]),
  rule('payer_amount', 1, false, [10, 60]),
  rule('site_amount', 1, false, [10, 60]),
  rule('slip_no', 2, true, [0, 0]),
  rule('batch_no', 2, true, [0, 0]),
  rule('deposit_reference', 3, true, [1, 10]),
  rule('account_amount', 3, false, [0, 5]),
  rule('slips_to_one_credit', 3, false, [0, 5]),
  rule('one_slip_to_credits', 3, false, [0, 5]),
  rule('returned_cheque', 3, true, [0, 180]),
].map((one, place) => ({ ...one, order: place + 1 }))

/** Brings the general setting in once; a governorate's own and later values stay untouched. */
export default async function loadReconciliationRules(trx: Trx): Promise<void> {
  await trx.rawQuery(
    `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
     VALUES ('reconciliation.rules', NULL, ?, '2000-07-01', ?, 0, ?)
     ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
    [
      JSON.stringify(reconciliationRules),
      LEGAL,
      'القواعد ومعانيها في docs/reconciliation.md، والمدد بالأيام قبل الواقعة وبعدها.',
    ]
  )
}

function rule(
  id: MatchRule['id'],
  leg: MatchRule['leg'],
  certain: boolean,
  [before, later]: [number, number]
): Omit<MatchRule, 'order'> {
  return {
    id,
    leg,
    certain,
    window_before_days: before,
    window_after_days: later,
    tolerance: '0.00',
  }
}
