import { VoucherDeductionSchema } from '#database/schema'

/** What is taken off a payment (استقطاع), with the dated row that gave or allowed it. */
export default class VoucherDeduction extends VoucherDeductionSchema {
  static override table = 'voucher_deductions'
}
