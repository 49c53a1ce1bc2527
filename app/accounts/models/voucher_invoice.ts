import { VoucherInvoiceSchema } from '#database/schema'

/** An invoice that a form 50 pays (فاتورة من فواتير الاستمارة). */
export default class VoucherInvoice extends VoucherInvoiceSchema {
  static override table = 'voucher_invoices'
}
