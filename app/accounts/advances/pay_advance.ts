import { addDays, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import { advanceStep, type AdvanceAct } from '#accounts/advances/advance_step'
import { PaidOtherwiseError } from '#accounts/advances/errors'
import { assertSecured } from '#accounts/advances/secured'
import type Advance from '#accounts/models/advance'
import { Form50Error, postedForm } from '#accounts/postings/form_50'
import { postHolding } from '#accounts/postings/post_holding'

/** Payment of an approved advance, once: directly by an order or cheque, or by a form 50. */
export default class PayAdvance {
  /**
   * The money goes to the holder by an order or cheque; the day by which he settles follows from the
   * rule that holds now.
   * @param paymentNo the payment order or cheque
   * @throws NotSecuredError
   */
  directly(
    id: number,
    { paymentNo, ...act }: AdvanceAct & { paymentNo: string }
  ): Promise<Advance> {
    const { on, by } = act
    return advanceStep(id, { ...act, action: 'paid' }, async (advance, trx) => {
      advance.moveTo('paid')
      await assertSecured(advance, trx)
      const entryId = await postHolding(
        {
          document: `advance.${advance.kind}`,
          event: 'paid',
          unitId: advance.unitId,
          on,
          moved: { amount: advance.amount },
          businessKey: `advance/${id}/paid`,
          description: `سلفة ${advance.label} – ${advance.holderName}`,
          partyId: advance.partyId,
        },
        { by, trx }
      )
      const dueOn = await dueDay(advance, on, trx)
      advance.merge({ paidOn: on, paymentNo, dueOn, ledgerEntryId: entryId })
    })
  }

  /**
   * The money went to the holder by a form 50 of the type of its kind: its entry has posted the advance,
   * and no other is made.
   * @param formNo number of the form: `7/2026/2027`
   * @throws NotSecuredError, Form50Error, PaidOtherwiseError
   */
  byForm(id: number, { formNo, ...act }: AdvanceAct & { formNo: string }): Promise<Advance> {
    return advanceStep(id, { ...act, action: 'paid' }, async (advance, trx) => {
      advance.moveTo('paid')
      await assertSecured(advance, trx)
      const { unitId, partyId } = advance
      const form = await postedForm({ unitId, formNo, partyId }, trx)
      if (form.paymentType !== `advance_${advance.kind}` || !form.gross.equals(advance.amount)) {
        throw new PaidOtherwiseError(form.label, { asked: advance.amount, paid: form.gross })
      }
      advance.merge({
        paidOn: form.postedOn,
        paymentNo: form.label,
        voucherId: form.id,
        dueOn: await dueDay(advance, form.postedOn, trx),
        ledgerEntryId: form.entryId,
      })
      await onceOnly(form.label, () => advance.save())
    })
  }
}

/** A form pays one advance: the database keeps it so; here it says so in words. */
async function onceOnly(label: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_ENTRY') throw error
    throw new Form50Error(
      sentence(
        `استمارة 50 رقم ${label} صُرفت بها سلفة أخرى.`,
        `Form 50 no. ${label} has paid another advance.`
      )
    )
  }
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
