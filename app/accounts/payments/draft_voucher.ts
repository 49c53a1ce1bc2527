import { amountInWords } from '#core/amount_in_words'
import { FiscalYear } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { TransitionError } from '#core/transitions'
import { judgeAdvanceForm } from '#accounts/advances/form_of_advance'
import { partyOfBeneficiary } from '#accounts/beneficiaries/party_of'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { VOUCHER_STATE_NAMES } from '#accounts/payments/life'
import { judgeInput, type Judged, type VoucherInput } from '#accounts/payments/voucher_input'
import { recordClaims, withdrawClaims } from '#accounts/payments/voucher_claims'
import type { VoucherAct } from '#accounts/payments/voucher_step'

type Writing = Pick<VoucherAct, 'by' | 'requestId' | 'trx'>

/** The book in which a unit numbers its forms 50, per fiscal year without gaps. */
export const FORM50_BOOK = 'form-50'

/** Writes a form 50, and corrects it as long as it is a draft or was returned. */
export default class DraftVoucher {
  /** @throws VoucherInputError and those of its deductions */
  async make(input: VoucherInput, { by, requestId, trx: outer }: Writing): Promise<PaymentVoucher> {
    return within(outer, async (trx) => {
      const judged = await judgeInput(input, yearOf, trx)
      await judgeAdvanceForm(advanceFormOf(input, judged), trx)
      const { unitId, fiscalYear } = judged
      const number = await nextNumber({ unitId, book: FORM50_BOOK, fiscalYear }, trx)
      const voucher = await PaymentVoucher.create(
        {
          ...factsOf(input, judged),
          ...{ number, status: 'draft', madeBy: by.id, advanceId: input.advanceId ?? null },
        },
        { client: trx }
      )
      await writeLines(voucher, input, judged)
      await takeOn(voucher, { by, requestId, trx })
      await tell(voucher, 'drafted', { by, requestId, trx })
      return voucher
    })
  }

  /** Who changes it has written it from now on. @throws TransitionError once it is submitted */
  async change(
    id: number,
    input: VoucherInput,
    { by, requestId, trx: outer }: Writing
  ): Promise<PaymentVoucher> {
    return within(outer, async (trx) => {
      const voucher = await (await PaymentVoucher.findOrFail(id, { client: trx })).lock(trx)
      const { status, unitId, fiscalYear } = voucher
      if (!['draft', 'returned'].includes(status)) {
        throw new TransitionError(status, 'draft', voucher.allowedMoves(), VOUCHER_STATE_NAMES)
      }
      const judged = await judgeInput({ ...input, unitId }, yearOf, trx)
      // A number belongs to the book of one unit and year.
      const kept = { ...judged, unitId, fiscalYear }
      if (judged.unitId !== unitId || judged.fiscalYear !== fiscalYear) {
        throw new TransitionError(status, 'draft', ['void'], VOUCHER_STATE_NAMES)
      }
      const { advanceId } = voucher
      const form = { ...advanceFormOf(input, kept), advanceId, voucherId: id }
      await judgeAdvanceForm(form, trx)
      await withdrawClaims(id, 'عُدلت الاستمارة', trx)
      await trx.from('voucher_invoices').where('voucher_id', id).delete()
      await trx.from('voucher_deductions').where('voucher_id', id).delete()
      // Who saves it answers for all of it: the second person is second to him.
      const written = { ...factsOf(input, kept), madeBy: by.id, version: voucher.version + 1 }
      await voucher.merge(written).save()
      await writeLines(voucher, input, kept)
      await takeOn(voucher, { by, requestId, trx })
      await tell(voucher, 'changed', { by, requestId, trx })
      return voucher
    })
  }
}

const yearOf = (on: string) => FiscalYear.containing(on).label

const advanceFormOf = (input: VoucherInput, { unitId, gross }: Judged) => ({
  ...{ advanceId: input.advanceId, paymentType: input.paymentType, unitId, gross },
  beneficiaryId: input.beneficiaryId,
})

function factsOf(input: VoucherInput, judged: Judged) {
  const { unitId, fiscalYear, lineId, beforeVat, vat, gross, total, net, payee } = judged
  return {
    ...{ unitId, fiscalYear, lineId, beforeVat, vat, gross, net },
    paymentType: input.paymentType,
    purpose: input.purpose,
    department: input.department ?? null,
    dueOn: input.dueOn,
    ...payee,
    commitmentId: input.commitmentId ?? null,
    deductions: total,
    netWords: amountInWords(net),
  }
}

async function writeLines(voucher: PaymentVoucher, input: VoucherInput, judged: Judged) {
  await voucher.related('invoices').createMany(
    input.invoices.map((invoice, index) => ({
      ...invoice,
      invoiceNo: invoice.invoiceNo.trim(),
      taxUuid: invoice.taxUuid || null,
      description: invoice.description || null,
      seq: index + 1,
    }))
  )
  await voucher.related('taken').createMany(
    judged.deductions.map(({ base, ...deduction }, index) => ({
      ...deduction,
      baseAmount: base,
      seq: index + 1,
    }))
  )
  await voucher.load('invoices')
  await voucher.load('taken')
}

/** Its payee is a party of the ledger from now on, and each invoice claims. */
async function takeOn(voucher: PaymentVoucher, { by, requestId, trx }: Writing & { trx: Trx }) {
  await partyOfBeneficiary(voucher.beneficiaryId!, { by: by.asActor(requestId), trx })
  await recordClaims(voucher, { by, trx })
}

function tell(
  voucher: PaymentVoucher,
  verb: string,
  { by, requestId, trx }: Writing & { trx: Trx }
): Promise<unknown> {
  return Trail.record(
    {
      action: `payment_voucher.${verb}`,
      unitId: voucher.unitId,
      subjectType: 'payment_voucher',
      subjectId: voucher.id,
      label: voucher.label,
      after: voucher.picture(),
    },
    { by: by.asActor(requestId), trx }
  )
}
