import type { Day } from '#core/days'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'

/** How a debit of a statement finds its payment order, as a governorate set it. */
export interface DebitRule {
  id: 'order_reference' | 'amount_iban' | 'amount_date'
  /** Certain rules match by themselves; the others only suggest. Only the order's own number may be certain. */
  certain: boolean
  /** How many days before the order was made the bank may have paid it, … */
  window_before_days: number
  /** … and how many days after. */
  window_after_days: number
}

/** The rules of a day; one left out is off. */
export async function debitRules(unitId: number, on: Day, trx?: Trx): Promise<DebitRule[]> {
  return settingAt<DebitRule[]>('accounts.bank_debits.rules', { on, unitId, trx })
}
