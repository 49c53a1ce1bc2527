import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import {
  computeDeductions,
  type Computed,
  type StatedDeduction,
} from '#accounts/payments/deductions'
import { deductionRatesOf } from '#accounts/payments/deduction_rates'
import { VoucherInputError } from '#accounts/payments/errors'
import { payeeOf, type Payee } from '#accounts/payments/payee'

export interface InvoiceInput {
  invoiceNo: string
  invoiceOn: Day
  taxUuid?: string | null
  description?: string | null
  beforeVat: Money
  vat: Money
}

/** A form 50 as it is written (sections أ and ب). */
export interface VoucherInput {
  paymentType: string
  purpose: string
  department?: string | null
  /** The day whose rates and papers hold. */
  dueOn: Day
  /** Who is paid: of the unit's register, with an account that holds. */
  beneficiaryId: number
  /** What is charged: a commitment, a line, or (refunds) neither; then the unit is named. */
  commitmentId?: number | null
  lineId?: number | null
  unitId?: number
  /** The advance that it pays or replenishes. */
  advanceId?: number | null
  invoices: readonly InvoiceInput[]
  stated?: readonly StatedDeduction[]
}

/** Where a form 50 belongs, and what its deductions come to. */
export interface Judged extends Computed {
  unitId: number
  fiscalYear: string
  lineId: number | null
  beforeVat: Money
  vat: Money
  payee: Payee
}

const refused = (ar: string, en: string) => new VoucherInputError(sentence(ar, en))

/**
 * A form that can be: its type charges what it names, the line is of uses, the invoices are distinct.
 * @throws VoucherInputError NotPayableError UnknownDeductionError DeductionsAboveGrossError
 */
export async function judgeInput(
  input: VoucherInput,
  yearOf: (on: Day) => string,
  trx: Trx
): Promise<Judged> {
  const [[type]] = await trx.rawQuery('SELECT * FROM payment_types WHERE code = ?', [
    input.paymentType,
  ])
  if (!type) throw refused('نوع الصرف غير معروف.', 'The type of payment is not known.')
  const place = await placeOf(input, type, yearOf(input.dueOn), trx)
  const numbers = new Set(input.invoices.map(({ invoiceNo }) => invoiceNo.trim()))
  if (numbers.size === 0 || numbers.size !== input.invoices.length) {
    throw refused(
      'في الاستمارة فاتورة واحدة على الأقل، ولا تتكرر فاتورة.',
      'A form has one invoice at least, and none twice.'
    )
  }
  if (input.invoices.some(({ beforeVat, vat }) => !beforeVat.isPositive() || vat.isNegative())) {
    throw refused('قيمة كل فاتورة تزيد على صفر.', 'Each invoice is above zero.')
  }
  const beforeVat = Money.sum(input.invoices.map((one) => one.beforeVat))
  const vat = Money.sum(input.invoices.map((one) => one.vat))
  const rates = await deductionRatesOf(input.paymentType, input.dueOn, trx)
  return {
    ...place,
    payee: await payeeOf(input.beneficiaryId, place.unitId, trx),
    beforeVat,
    vat,
    ...computeDeductions({ beforeVat, vat }, rates, input.stated),
  }
}

async function placeOf(
  { commitmentId, lineId, unitId }: VoucherInput,
  type: { charges: string; needs_commitment: number },
  year: string,
  trx: Trx
): Promise<Pick<Judged, 'unitId' | 'fiscalYear' | 'lineId'>> {
  if (type.charges === 'account') {
    if (commitmentId || lineId || !unitId) {
      throw refused(
        'هذا النوع لا يخصم على بند؛ اذكر الوحدة وحدها.',
        'This type is not charged to a line; name the unit alone.'
      )
    }
    return { unitId, fiscalYear: year, lineId: null }
  }
  if (type.needs_commitment && !commitmentId) {
    throw refused('هذا النوع لا يصرف بغير ارتباط.', 'This type is not paid without a commitment.')
  }
  const [[line]] = await trx.rawQuery(
    `SELECT l.id, l.unit_id, l.fiscal_year, l.side, c.status FROM budget_lines l
     LEFT JOIN commitments c ON c.id = ? AND c.line_id = l.id
     WHERE l.id = COALESCE(c.line_id, ?) ${commitmentId ? 'AND c.id IS NOT NULL' : ''}`,
    [commitmentId ?? null, lineId ?? null] as number[]
  )
  // The unit is named by forms, whose right to it was judged: the line must be its own.
  if (!line || line.side !== 'use' || (unitId && Number(line.unit_id) !== unitId)) {
    throw refused('اختر البند الذي يخصم عليه.', 'Choose the line that is charged.')
  }
  if (commitmentId && line.status !== 'committed') {
    throw refused('الارتباط ليس قائمًا.', 'The commitment is not open.')
  }
  if (line.fiscal_year !== year) {
    throw refused(
      `البند من السنة المالية ${line.fiscal_year} والاستحقاق في ${year}.`,
      `The line is of ${line.fiscal_year}, the due of ${year}.`
    )
  }
  return { unitId: Number(line.unit_id), fiscalYear: line.fiscal_year, lineId: Number(line.id) }
}
