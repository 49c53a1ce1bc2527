import { VoucherStepSchema } from '#database/schema'

/** One step in the life of a form 50: who, when, why. Append-only. */
export default class VoucherStep extends VoucherStepSchema {
  static override table = 'voucher_steps'
}
