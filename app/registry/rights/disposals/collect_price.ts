import { addMonths, today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import Asset from '#registry/models/asset'
import Disposal from '#registry/models/disposal'
import Party from '#registry/models/party'
import ProposeChange from '#registry/register/propose_change'
import { NotRecordedError } from '#registry/rights/errors'
import { assertPlan } from '#registry/rights/disposals/award_disposal'
import { disposalStep, type StepAct } from '#registry/rights/disposals/disposal_step'
import { NotPaidError, ReceiptDoesNotPayError } from '#registry/rights/disposals/errors'

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
      const change = await this.#proposeChange(disposal, titleNo, on, act, trx)
      disposal.merge({ titleNo, titleOn: on, transactionId: change.id })
      return { titleNo, transactionId: change.id }
    })
  }

  async #proposeChange(disposal: Disposal, titleNo: string, on: Day, act: StepAct, trx: Trx) {
    const party = await Party.findOrFail(disposal.awardedPartyId!, { client: trx })
    const asset = await Asset.findOrFail(disposal.assetId, { client: trx })
    const basis = disposal.undedicationId
      ? await trx.from('legal_bases').where('id', disposal.undedicationId).firstOrFail()
      : null
    const undedication = basis
      ? {
          number: basis.number,
          on: basis.issued_on ?? `${basis.year}-01-01`,
          authority: basis.subject.slice(0, 160),
        }
      : null
    const proposal =
      disposal.kind === 'sale'
        ? { asset_id: asset.id, how: 'sale', to: party.name, undedication }
        : {
            asset_id: asset.id,
            to: { name: party.name, unit_id: null },
            purpose: disposal.purpose.slice(0, 60),
          }
    return new ProposeChange().handle(
      {
        unitId: asset.unitId,
        kind: disposal.kind === 'sale' ? 'disposal' : 'allocation',
        effectiveOn: on,
        proposal,
        reason: `تصرف رقم ${disposal.label} — سند رقم ${titleNo}`,
        decision: { number: titleNo, on, legalBasisId: disposal.directBasisId },
        source: { type: 'disposal', id: disposal.id },
      },
      { by: act.by, trx }
    )
  }
}

async function receiptOf(unitId: number, named: string, trx: Trx) {
  const [book = '', number = ''] = named.split('/').map((part) => part.trim())
  const receipt = await trx
    .from('receipts')
    .join('receipt_books', 'receipt_books.id', 'receipts.book_id')
    .where('receipts.unit_id', unitId)
    .where('receipt_books.book_no', book)
    .where('receipts.number', number)
    .select('receipts.id', 'receipts.amount', 'receipts.received_on', 'receipts.is_void')
    .first()
  if (!receipt) throw new NotRecordedError('receipt', named)
  return receipt as { id: number; amount: string; received_on: Day; is_void: number }
}

function assertPays(
  instalment: { number: number; amount: string },
  receipt: { amount: string; is_void: number; received_on: Day },
  named: string,
  awardedOn: Day
): void {
  const paid = Money.of(receipt.amount)
  const due = Money.of(instalment.amount)
  const early = receipt.received_on < awardedOn
  if (!receipt.is_void && !early && paid.equals(due)) return
  throw new ReceiptDoesNotPayError(
    receipt.is_void
      ? sentence(`الإيصال ${named} ملغى.`, `Receipt ${named} is void.`)
      : early
        ? sentence(
            `الإيصال ${named} مؤرخ ${receipt.received_on} قبل الترسية في ${awardedOn}.`,
            `Receipt ${named} is of ${receipt.received_on}, before the award of ${awardedOn}.`
          )
        : sentence(
            `الإيصال ${named} بمبلغ ${paid.format('ar')} والقسط ${due.format('ar')}.`,
            `Receipt ${named} is of ${paid.format('en')}, the instalment of ${due.format('en')}.`
          ),
    { cure: sentence('اكتب رقم الدفتر والإيصال الصحيحين: 12/345.', 'Give book/number: 12/345.') }
  )
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
