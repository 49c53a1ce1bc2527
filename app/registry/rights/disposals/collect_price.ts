import { addMonths, today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import Disposal from '#registry/models/disposal'
import { assertPlan } from '#registry/rights/disposals/award_disposal'
import { disposalStep, type StepAct } from '#registry/rights/disposals/disposal_step'
import { NotPaidError, ReceiptDoesNotPayError } from '#registry/rights/disposals/errors'
import { assertPays, receiptOf } from '#registry/rights/disposals/payment_receipt'
import { proposeChange } from '#registry/rights/disposals/propose_change_of'

/** From the award to the title: instalments, their payment by receipts, and the title at last. */
export default class CollectPrice {
  /** The price as equal instalments that sum to it to the piastre; one for a price paid at once. */
  plan(
    id: number,
    plan: { count: number; firstDue: Day; everyMonths: number },
    act: StepAct
  ): Promise<Disposal> {
    assertPlan(plan.count)
    return disposalStep(id, 'instalments', act, async (disposal, trx) => {
      const parts = disposal.awardPrice!.split(plan.count)
      await trx
        .insertQuery()
        .table('disposal_instalments')
        .multiInsert(
          parts.map((amount, index) => ({
            disposal_id: id,
            number: index + 1,
            due_on: addMonths(plan.firstDue, index * plan.everyMonths),
            amount: String(amount),
          }))
        )
      return { ...plan, price: String(disposal.awardPrice) }
    })
  }

  /**
   * An instalment paid by a receipt (form 33) of the unit, named `book/number`. One receipt pays one.
   * @throws NotRecordedError, ReceiptDoesNotPayError
   */
  async pay(
    id: number,
    { number, receipt: named }: { number: number; receipt: string },
    { by, trx: outer }: StepAct
  ): Promise<void> {
    return within(outer, async (trx) => {
      const disposal = await Disposal.query({ client: trx })
        .where('id', id)
        .forUpdate()
        .firstOrFail()
      const instalment = await trx
        .from('disposal_instalments')
        .where({ disposal_id: id, number })
        .firstOrFail()
      const receipt = await receiptOf(disposal.unitId, named, trx)
      assertPays(instalment, receipt, named, disposal.awardedOn!)
      const taken = await trx.from('disposal_instalments').where('receipt_id', receipt.id).first()
      if (taken || instalment.paid_on) {
        throw new ReceiptDoesNotPayError(
          sentence(
            taken ? `الإيصال ${named} سدد قسطًا آخر.` : `القسط ${number} مسدد من قبل.`,
            taken ? `Receipt ${named} paid another one.` : `Instalment ${number} is paid already.`
          )
        )
      }
      await trx
        .from('disposal_instalments')
        .where('id', instalment.id)
        .update({ paid_on: receipt.received_on, receipt_id: receipt.id, recorded_by: by.id })
      await Trail.record(
        {
          action: 'disposal.paid',
          unitId: disposal.unitId,
          subjectType: 'disposal',
          subjectId: id,
          label: disposal.label,
          after: { number, amount: instalment.amount, receipt: named, on: receipt.received_on },
        },
        { by, trx }
      )
    })
  }

  /**
   * The title, once the whole price is paid; with it the change of the register is proposed, which
   * another person decides.
   * @throws NotPaidError
   */
  title(
    id: number,
    { titleNo, on = today() }: { titleNo: string; on?: Day },
    act: StepAct
  ): Promise<Disposal> {
    return disposalStep(id, 'titled', act, async (disposal, trx) => {
      await assertPaid(disposal, trx)
      const change = await proposeChange(disposal, { titleNo, on }, act.by, trx)
      disposal.merge({ titleNo, titleOn: on, transactionId: change.id })
      return { titleNo, transactionId: change.id }
    })
  }
}

async function assertPaid(disposal: Disposal, trx: Trx): Promise<void> {
  const rows = await trx
    .from('disposal_instalments')
    .where('disposal_id', disposal.id)
    .select('amount', 'paid_on')
  const left = rows.filter(({ paid_on: on }) => on === null).length
  const paid = Money.sum(
    rows.filter(({ paid_on: on }) => on !== null).map(({ amount }) => Money.of(amount))
  )
  if (left > 0 || !paid.equals(disposal.awardPrice!)) throw new NotPaidError(Math.max(left, 1))
}
