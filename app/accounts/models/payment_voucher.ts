import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { PaymentVoucherSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { WithTransitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import Advance from '#accounts/models/advance'
import Beneficiary from '#accounts/models/beneficiary'
import PaymentOrder from '#accounts/models/payment_order'
import VoucherDeduction from '#accounts/models/voucher_deduction'
import VoucherInvoice from '#accounts/models/voucher_invoice'
import VoucherStep from '#accounts/models/voucher_step'
import { VOUCHER_LIFE, VOUCHER_STATE_NAMES } from '#accounts/payments/life'

/** استمارة 50 ع.ح: what is due to whom, of which credit, less what, and how far it has come. */
export default class PaymentVoucher extends compose(
  PaymentVoucherSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'payment_vouchers'
  static transitions = VOUCHER_LIFE
  static stateNames = VOUCHER_STATE_NAMES

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => Beneficiary, { foreignKey: 'beneficiaryId' })
  declare beneficiary: BelongsTo<typeof Beneficiary>

  @belongsTo(() => Advance, { foreignKey: 'advanceId' })
  declare advance: BelongsTo<typeof Advance>

  @hasMany(() => VoucherInvoice, { foreignKey: 'voucherId' })
  declare invoices: HasMany<typeof VoucherInvoice>

  @hasMany(() => VoucherDeduction, { foreignKey: 'voucherId' })
  declare taken: HasMany<typeof VoucherDeduction>

  @hasMany(() => VoucherStep, { foreignKey: 'voucherId' })
  declare steps: HasMany<typeof VoucherStep>

  @hasMany(() => PaymentOrder, { foreignKey: 'voucherId' })
  declare orders: HasMany<typeof PaymentOrder>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.payments.read', 'payment_vouchers.unit_id')
  }

  /** As documents name it: `7/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What its approval binds; invoices and deductions are loaded. */
  picture() {
    const { unitId, paymentType, commitmentId, lineId } = this
    const { payeeName, payeeIban, beneficiaryId, beneficiaryAccountId } = this
    const invoices = this.invoices.map(({ invoiceNo, invoiceOn, taxUuid, beforeVat, vat }) => ({
      ...{ invoiceNo, invoiceOn, taxUuid },
      ...{ beforeVat: String(beforeVat), vat: String(vat) },
    }))
    const deductions = this.taken.map(({ kind, amount, reference }) => ({
      ...{ kind, reference, amount: String(amount) },
    }))
    const sums = { gross: String(this.gross), net: String(this.net) }
    const whom = { payeeName, payeeIban, beneficiaryId, beneficiaryAccountId }
    // Only where there is one: fingerprints of the others stay what they were.
    const advance = this.advanceId ? { advanceId: this.advanceId } : {}
    const charged = { commitmentId, lineId, ...advance }
    return { unitId, paymentType, ...whom, ...charged, ...sums, invoices, deductions }
  }
}
