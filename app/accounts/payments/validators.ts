import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { Money } from '#core/money'
import { fiscalDate, money } from '#core/validators'
import { DEDUCTION_KINDS, type StatedDeduction } from '#accounts/payments/deductions'
import type { VoucherInput } from '#accounts/payments/voucher_input'

const id = () => vine.number().positive().withoutDecimals()

const invoice = vine.object({
  no: vine.string().trim().maxLength(60).optional(),
  on: fiscalDate().optional(),
  before_vat: money().optional(),
  vat: money().optional(),
  tax_uuid: vine.string().trim().maxLength(26).optional(),
})

const stated = vine.object({
  kind: vine.enum(DEDUCTION_KINDS).optional(),
  amount: money().optional(),
  reference: vine.string().trim().maxLength(160).optional(),
})

/** A form 50 as typed: rows left empty are no invoices and no deductions. */
export const voucherForm = vine.create({
  unit_id: id(),
  payment_type: vine.string().trim().maxLength(20),
  commitment_id: id().optional(),
  line_id: id().optional(),
  /** The advance from whose page the form was opened. */
  advance_id: id().optional(),
  /** Number or name of a beneficiary of the unit. */
  payee: vine.string().trim().minLength(1).maxLength(280),
  purpose: vine.string().trim().minLength(3).maxLength(500),
  department: vine.string().trim().maxLength(160).optional(),
  due_on: fiscalDate(),
  invoices: vine.array(invoice).maxLength(60),
  stated: vine.array(stated).maxLength(20).optional(),
  /** Which findings of the checks were on the page when it was sent. */
  seen: vine.string().trim().maxLength(64).optional(),
  /** Handed in as soon as it is saved. */
  then: vine.enum(['submit'] as const).optional(),
})

/** As much of a form as its figures need, before the rest is typed. */
export const figuresForm = vine.create({
  payment_type: vine.string().trim().maxLength(20),
  due_on: fiscalDate(),
  invoices: vine.array(invoice).maxLength(60),
  stated: vine.array(stated).maxLength(20).optional(),
})

export function inputOf(said: Infer<typeof voucherForm>, beneficiaryId: number): VoucherInput {
  return {
    unitId: said.unit_id,
    paymentType: said.payment_type,
    commitmentId: said.commitment_id ?? null,
    lineId: said.line_id ?? null,
    advanceId: said.advance_id ?? null,
    beneficiaryId,
    purpose: said.purpose,
    department: said.department ?? null,
    dueOn: said.due_on,
    ...rowsOf(said),
  }
}

/** Rows that were filled in; those left empty are no invoices and no deductions. */
export function rowsOf(
  said: Pick<Infer<typeof voucherForm>, 'due_on' | 'invoices' | 'stated'>
): Pick<VoucherInput, 'invoices'> & { stated: StatedDeduction[] } {
  return {
    invoices: said.invoices
      .filter((row) => row.no || row.before_vat)
      .map((row) => ({
        invoiceNo: row.no ?? '',
        invoiceOn: row.on ?? said.due_on,
        taxUuid: row.tax_uuid ?? null,
        beforeVat: row.before_vat ?? Money.zero,
        vat: row.vat ?? Money.zero,
      })),
    stated: (said.stated ?? [])
      .filter((row) => row.kind && row.amount)
      .map((row) => ({ kind: row.kind!, amount: row.amount!, reference: row.reference ?? '' })),
  }
}
