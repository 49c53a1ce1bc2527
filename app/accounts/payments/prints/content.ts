import { formatDay, type Day } from '#core/days'
import { amountInWords } from '#core/amount_in_words'
import { formatMoment } from '#core/web/format'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import { organisationOf } from '#identity/queries/organisation'
import type PaymentOrder from '#accounts/models/payment_order'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { ORDER_STATE_NAMES, VOUCHER_STATE_NAMES, type VoucherState } from '#accounts/payments/life'
import { entryContent } from '#accounts/payments/prints/entry_content'
import type { FormName } from '#accounts/payments/prints/layouts'
import { shareOf } from '#accounts/payments/prints/share'
import type { FormContent, FormRow } from '#accounts/payments/prints/sheets'

const day = (on: Day | null) => (on ? formatDay(on, 'ar') : null)
const text = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : String(value)
const METHODS = { order: 'أمر دفع إلكتروني', cheque: 'شيك' } as const

/** What a form says of a voucher (and of one of its orders), in Arabic as the paper is. */
export async function contentOf(
  form: FormName,
  voucher: PaymentVoucher,
  order: PaymentOrder | null,
  trx: Trx
): Promise<FormContent> {
  const common = await commonValues(voucher, order, trx)
  if (form === 'form-50') {
    const { gross, deductions, net, beforeVat, vat } = voucher
    return {
      values: {
        ...common,
        ...{ number: String(voucher.number), day: day(voucher.dueOn) },
        ...sums({ gross, deductions, net, before_vat: beforeVat, vat }),
        words: voucher.netWords,
      },
      rows: { invoices: invoiceRows(voucher), deductions: await deductionRows(voucher, trx) },
    }
  }
  if (form === 'entry-224') return entryContent(voucher, common, trx)
  if (form === 'extract-55') {
    const { gross, deductions, net } = voucher
    const number = { number: text(voucher.book55No), day: day(voucher.book55On) }
    const amounts = sums({ gross, deductions, net })
    return { values: { ...common, ...number, ...amounts, words: voucher.netWords }, rows: {} }
  }
  return {
    values: {
      ...common,
      number: form === 'cheque' ? order!.chequeNo : String(order!.number),
      ...{ year: order!.fiscalYear, day: day(order!.madeOn), payee: order!.payeeName },
      ...{ iban: grouped(order!.payeeIban), words: amountInWords(order!.amount) },
      amount: order!.amount.format('ar'),
      clerk: common.order_clerk,
    },
    rows: {},
  }
}

const sums = (amounts: Record<string, Money>) =>
  Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, amount.format('ar')]))

/** An IBAN in groups of four, as banks write it. */
const grouped = (iban: string | null) => iban && iban.replace(/(.{4})(?=.)/g, '$1 ')

async function commonValues(voucher: PaymentVoucher, order: PaymentOrder | null, trx: Trx) {
  const [[about]] = await trx.rawQuery(
    `SELECT t.name_ar AS type, c.code AS line_code, c.name_ar AS line, f.code AS fund_code, f.name_ar AS fund,
       m.number AS commitment, m.fiscal_year AS commitment_year, m.need_no, m.appropriation_no, e.number AS entry_no,
       (SELECT COUNT(*) FROM voucher_papers p WHERE p.voucher_id = v.id) AS papers,
       k.bank_name AS bank, k.account_no AS account
     FROM payment_vouchers v JOIN payment_types t ON t.code = v.payment_type
     LEFT JOIN budget_lines l ON l.id = v.line_id LEFT JOIN budget_codes c ON c.id = l.code_id
     LEFT JOIN budget_codes f ON f.id = l.fund_id LEFT JOIN commitments m ON m.id = v.commitment_id
     LEFT JOIN ledger_entries e ON e.id = v.entry_id LEFT JOIN bank_accounts k ON k.id = ?
     WHERE v.id = ?`,
    [order?.bankAccountId ?? null, voucher.id] as number[]
  )
  const names = await namesOf(voucher, order, trx)
  const dated = (id: number | null, on: string | null) =>
    id ? [names.get(id), on].filter(Boolean).join(' — ') : null
  return {
    organisation: (await organisationOf(voucher.unitId, 'ar', trx)).join('\n'),
    ...{ year: voucher.fiscalYear, form50: voucher.label, type: about.type },
    ...{ department: voucher.department, payee: voucher.payeeName, purpose: voucher.purpose },
    ...{ iban: grouped(voucher.payeeIban), papers: String(about.papers) },
    line: about.line_code ? `${about.line_code} ${about.line}` : null,
    fund: about.fund_code && about.fund_code !== '00' ? about.fund : null,
    commitment: about.commitment ? `${about.commitment}/${about.commitment_year}` : null,
    ...{ need: about.need_no, appropriation: text(about.appropriation_no) },
    ...{ override: voucher.overrideReason, entry: text(about.entry_no) },
    clerk: names.get(voucher.madeBy) ?? null,
    reviewer: dated(voucher.reviewedBy, day(voucher.reviewedOn)),
    ...{ book55: text(voucher.book55No), book55_on: day(voucher.book55On) },
    cleared_by: voucher.clearedBy ? (names.get(voucher.clearedBy) ?? null) : null,
    ...{ cleared_on: day(voucher.clearedOn), book224: text(voucher.book224No) },
    ...{
      posted_on: day(voucher.postedOn),
      state: VOUCHER_STATE_NAMES[voucher.status as VoucherState].ar,
    },
    order_no: order && (order.chequeNo ?? order.label),
    order_on: order && day(order.madeOn),
    order_method: order && METHODS[order.method as keyof typeof METHODS],
    order_amount: order && order.amount.format('ar'),
    order_clerk: order && (names.get(order.madeBy) ?? null),
    bank_answer: order && answerOf(order),
    signed_first: order && dated(order.firstSignedBy, at(order.firstSignedAt)),
    signed_second: order && dated(order.secondSignedBy, at(order.secondSignedAt)),
    ...{ bank: about.bank as string | null, account: about.account as string | null },
  }
}

const at = (moment: { toJSDate(): Date } | null) => moment && formatMoment(moment.toJSDate())

function answerOf({ status, answeredOn, bankReference, rejection }: PaymentOrder): string | null {
  if (!answeredOn) return null
  const said = bankReference ?? rejection
  return [ORDER_STATE_NAMES[status as 'executed'].ar, day(answeredOn), said].join(' — ')
}

async function namesOf(voucher: PaymentVoucher, order: PaymentOrder | null, trx: Trx) {
  const { madeBy, reviewedBy, clearedBy } = voucher
  const signed = order ? [order.madeBy, order.firstSignedBy, order.secondSignedBy] : []
  const ids = [madeBy, reviewedBy, clearedBy, ...signed].filter((id) => id !== null)
  const rows = await trx.from('users').whereIn('id', ids).select('id', 'full_name')
  return new Map<number, string>(rows.map((row) => [Number(row.id), row.full_name]))
}

function invoiceRows({ invoices }: PaymentVoucher): FormRow[] {
  return invoices.map(({ seq, invoiceNo, invoiceOn, beforeVat, vat }) => ({
    ...{ seq: String(seq), no: invoiceNo, on: day(invoiceOn) },
    ...{ before_vat: beforeVat, vat, total: beforeVat.add(vat) },
  }))
}

async function deductionRows({ taken }: PaymentVoucher, trx: Trx): Promise<FormRow[]> {
  const ids = taken.map(({ rateId }) => rateId)
  const rates = await trx.from('deduction_rates').whereIn('id', ids)
  const byId = new Map(rates.map((rate) => [Number(rate.id), rate]))
  return taken.map(({ rateId, baseAmount, rate, amount, reference }) => ({
    name: byId.get(rateId).name_ar,
    base: baseAmount,
    rate: rate ? shareOf(rate, byId.get(rateId).method) : reference,
    amount,
  }))
}
