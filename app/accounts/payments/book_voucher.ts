import { FiscalYear } from '#core/fiscal'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import type { Trx } from '#core/within'
import { SelfApprovalError } from '#identity/errors'
import { balanceOf } from '#budget/balances/balance_as_of'
import { moveBalance } from '#budget/balances/move_balance'
import { nameOfLine } from '#budget/balances/name_of_line'
import Commit from '#budget/commitments/commit'
import { MoreThanIsOpenError } from '#budget/commitments/errors'
import { NotEnoughCreditError } from '#budget/errors'
import Commitment from '#budget/models/commitment'
import { assertStillSecured } from '#accounts/advances/form_of_advance'
import { postEntry } from '#accounts/actions/post_entry'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { VoucherInputError } from '#accounts/payments/errors'
import { partyIn } from '#accounts/payments/payee'
import { chargedAccount } from '#accounts/payments/charged_account'
import { voucherStep, type VoucherAct } from '#accounts/payments/voucher_step'
import { linesByRule, type RuledAmount } from '#accounts/posting_rules'

/** Books of the accounts unit in which a form 50 gets a number, per fiscal year without gaps. */
export const BOOK_55 = 'book-55'
export const BOOK_224 = 'book-224'

/** Section ج and د of form 50: book 55, clearance (تسميح) and book 224 with its entry. */
export default class BookVoucher {
  /** Its line in book 55; the number stays with it even when it is voided. */
  register(id: number, act: VoucherAct): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'registered' }, async (voucher, trx) => {
      voucher.merge({ book55No: await numberIn(BOOK_55, voucher, trx), book55On: act.on })
    })
  }

  /**
   * The line may be charged (تسميح): said by who did not write the form.
   * @throws SelfApprovalError MoreThanIsOpenError NotEnoughCreditError
   */
  clear(id: number, act: VoucherAct): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'cleared' }, async (voucher, trx) => {
      if (voucher.madeBy === act.by.id) throw new SelfApprovalError()
      await assertCredit(voucher, trx)
      voucher.merge({ clearedBy: act.by.id, clearedOn: act.on })
    })
  }

  /**
   * Book 224: the entry by the rule table (the line charged gross, current accounts credited with the
   * deductions, payment orders with the net), and the credit paid, all or nothing.
   * @throws MoreThanIsOpenError NotEnoughCreditError PeriodLockedError NoPostingRuleError NotSecuredError
   */
  post(id: number, act: VoucherAct): Promise<PaymentVoucher> {
    const { by, on } = act
    return voucherStep(id, { ...act, to: 'posted' }, async (voucher, trx) => {
      if (FiscalYear.containing(on).label !== voucher.fiscalYear) {
        throw new VoucherInputError(
          sentence(
            `القيد في السنة المالية ${voucher.fiscalYear} وحدها.`,
            `It is posted within ${voucher.fiscalYear} alone.`
          )
        )
      }
      await assertStillSecured(voucher.advanceId, trx)
      await payCredit(voucher, act, trx)
      const lines = await linesByRule(
        { document: 'payment_voucher', event: 'posted', on },
        await amountsOf(voucher, trx),
        trx
      )
      const entry = await postEntry(
        {
          unitId: voucher.unitId,
          postedOn: on,
          kind: 'payment_voucher',
          businessKey: `payment_voucher/${id}/posted`,
          description:
            `استمارة 50 رقم ${voucher.label}، دفتر 55 رقم ${voucher.book55No}: ${voucher.payeeName}`.slice(
              0,
              255
            ),
          lines,
        },
        { trx, by }
      )
      const number = await numberIn(BOOK_224, voucher, trx)
      voucher.merge({ entryId: entry.id, postedOn: on, book224No: number })
    })
  }
}

const numberIn = (book: string, { unitId, fiscalYear }: PaymentVoucher, trx: Trx) =>
  nextNumber({ unitId, book, fiscalYear }, trx)

async function assertCredit(voucher: PaymentVoucher, trx: Trx): Promise<void> {
  const { commitmentId, lineId, gross: asked } = voucher
  if (commitmentId) {
    const { label, openAmount } = await Commitment.findOrFail(commitmentId, { client: trx })
    const open = openAmount ?? Money.zero
    if (asked.compare(open) > 0) throw new MoreThanIsOpenError(label, { open, asked })
  } else if (lineId) {
    const { available } = await balanceOf(lineId, { trx })
    if (asked.compare(available) > 0) {
      throw new NotEnoughCreditError(await nameOfLine(lineId, trx), { asked, available })
    }
  }
}

async function payCredit(voucher: PaymentVoucher, act: VoucherAct, trx: Trx): Promise<void> {
  const { id, commitmentId, lineId, gross: amount } = voucher
  const document = { type: 'payment_voucher', id }
  const by = act.by.asActor(act.requestId)
  if (commitmentId) {
    await new Commit().pay(commitmentId, { by, on: act.on, amount, document, trx })
  } else if (lineId) {
    await moveBalance(
      {
        lineId,
        move: 'pay',
        deltas: { paid: amount },
        on: act.on,
        document,
        businessKey: `payment_voucher/${id}/pay`,
      },
      { by, trx }
    )
  }
}

/** Amounts of the entry by their keys in the rule table. */
async function amountsOf(voucher: PaymentVoucher, trx: Trx): Promise<Record<string, RuledAmount>> {
  const about = await chargedAccount(voucher, trx)
  const whom = { fundId: about.fundId, partyId: await partyIn(voucher, trx) }
  const amounts: Record<string, RuledAmount> = {
    gross: { ...about, ...whom, amount: voucher.gross },
    net: { ...whom, amount: voucher.net },
  }
  for (const { kind, amount } of voucher.taken) {
    const key = `deduction.${kind}`
    const before = amounts[key]?.amount ?? Money.zero
    amounts[key] = { ...whom, amount: before.add(amount) }
  }
  return amounts
}
