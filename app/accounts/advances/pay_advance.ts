import { addDays, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { advanceStep } from '#accounts/advances/advance_step'
import { AdvanceFormError } from '#accounts/advances/errors'
import { REPLENISHING } from '#accounts/advances/form_of_advance'
import { accountOfLine } from '#accounts/advances/settlement_rules'
import type Advance from '#accounts/models/advance'
import AdvanceSettlement from '#accounts/models/advance_settlement'
import type PaymentVoucher from '#accounts/models/payment_voucher'

interface Answered {
  by: Actor
  /** The day on which the bank paid. */
  on: Day
  trx: Trx
}

/**
 * What the bank's answer on a form 50 makes of its advance: paid, or replenished. The entry of the form is
 * the advance's; no other is posted.
 */
export default class PayAdvance {
  /** The bank has paid the form. */
  async paid(voucher: PaymentVoucher, { by, on, trx }: Answered): Promise<void> {
    const { advanceId: id, paymentType } = voucher
    if (!id) return
    const isReplenishing = paymentType === REPLENISHING
    const action = isReplenishing ? 'replenished' : 'paid'
    await advanceStep(id, { by, trx, action, reason: voucher.label }, async (advance) => {
      if (isReplenishing) return replenish(advance, voucher, { on, trx })
      advance.moveTo('paid')
      advance.merge({
        ...{ paidOn: on, paymentNo: voucher.label, voucherId: voucher.id },
        dueOn: await dueDay(advance, on, trx),
        ledgerEntryId: voucher.entryId,
      })
    })
  }

  /**
   * The bank's answer was taken back: nothing was paid.
   * @throws AdvanceFormError where the advance was accounted for since
   */
  async takenBack(voucher: PaymentVoucher, { by, trx }: Omit<Answered, 'on'>): Promise<void> {
    const { advanceId: id, paymentType, id: voucherId } = voucher
    if (!id) return
    const isReplenishing = paymentType === REPLENISHING
    const action = isReplenishing ? 'replenishment_taken_back' : 'payment_taken_back'
    await advanceStep(id, { by, trx, action, reason: voucher.label }, async (advance) => {
      if (isReplenishing) {
        advance.replenished = advance.replenished.subtract(voucher.gross)
        await trx.from('advance_settlements').where('replenishing_id', voucherId).delete()
        return
      }
      await assertUntouched(advance, trx)
      advance.moveTo('approved')
      advance.merge({ paidOn: null, paymentNo: null, voucherId: null })
      advance.merge({ dueOn: null, ledgerEntryId: null })
    })
  }
}

/** The part that the form paid back: charged by the form's entry, approved by who cleared the form. */
async function replenish(
  advance: Advance,
  voucher: PaymentVoucher,
  { on, trx }: Pick<Answered, 'on' | 'trx'>
): Promise<void> {
  const { unitId, lineId, gross: amount } = voucher
  await AdvanceSettlement.create(
    {
      ...{ unitId, advanceId: advance.id, kind: 'replenished', amount, lineId },
      accountCode: await accountOfLine(lineId!, trx),
      ...{ paperNo: voucher.label, voucherId: voucher.id, status: 'approved' },
      ...{ madeBy: voucher.madeBy, decidedBy: voucher.clearedBy, decidedOn: on },
      ledgerEntryId: voucher.entryId,
    },
    { client: trx }
  )
  advance.replenished = advance.replenished.add(amount)
}

async function assertUntouched({ id, label }: Advance, trx: Trx): Promise<void> {
  const part = await trx
    .from('advance_settlements')
    .where('advance_id', id)
    .whereNot('status', 'refused')
    .first()
  if (!part) return
  throw new AdvanceFormError(
    sentence(
      `قُدمت تسوية للسلفة ${label} بعد صرفها، فلا يُسحب رد البنك على صرفها.`,
      `Advance ${label} was accounted for since it was paid: the bank’s answer is not taken back.`
    )
  )
}

/** A permanent advance is settled at the end of the fiscal year, others some days after payment. */
async function dueDay({ kind, unitId }: Advance, paidOn: Day, trx: Trx): Promise<Day> {
  if (kind === 'permanent') return FiscalYear.containing(paidOn).last
  const days = await settingAt<Record<string, number>>('accounts.advances.days', {
    on: paidOn,
    unitId,
    trx,
  })
  return addDays(paidOn, days[kind]!)
}
