import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import { MoreThanAdvanceError, SettlementKindError } from '#accounts/advances/errors'
import type Advance from '#accounts/models/advance'
import type { SettlementKind } from '#accounts/models/advance_settlement'
import { chargedAccount } from '#accounts/payments/charged_account'
import type { Charged } from '#accounts/postings/post_holding'

interface Part {
  kind: SettlementKind
  amount: Money
  lineId?: number | null
  accountCode?: string | null
}

/**
 * Only paid money is accounted for, no more of it than is open, and with what its kind rests on.
 * @throws TransitionError, SettlementKindError, MoreThanAdvanceError
 */
export function judgePart(advance: Advance, { kind, amount, lineId, accountCode }: Part): void {
  // The sentence of a settled or unpaid one is that of its life.
  if (advance.status !== 'paid') advance.moveTo('settled')
  if (kind === 'replenished') {
    throw new SettlementKindError(
      sentence(
        'الاستعاضة تُصرف باستمارة 50 من صفحة السلفة المستديمة.',
        'A replenishment is paid by a form 50, from the page of the permanent advance.'
      )
    )
  }
  if ((kind === 'spent') !== Boolean(lineId && accountCode)) {
    throw new SettlementKindError(
      sentence(
        'ما صُرف بمستندات يحمّل على بند موازنة وحساب، وغيره لا يحمّل على شيء.',
        'What was spent is charged to a budget line and an account; the rest to none.'
      )
    )
  }
  if (amount.compare(advance.open) > 0) {
    throw new MoreThanAdvanceError(advance.label, { open: advance.open, asked: amount })
  }
}

/** The account of a budget line's classification, for what was spent on it. */
export async function accountOfLine(lineId: number, trx: Trx): Promise<string> {
  return String((await chargedAccount({ lineId, paymentType: '' }, trx)).account)
}

/** What a part charges: its account, with the line and the fund of the line. */
export async function chargedBy(
  { lineId, accountCode }: Pick<Part, 'lineId' | 'accountCode'>,
  trx: Trx
): Promise<Charged | null> {
  if (!lineId || !accountCode) return null
  const { budgetLineId, fundId } = await chargedAccount({ lineId, paymentType: '' }, trx)
  return { account: accountCode, budgetLineId, fundId }
}
