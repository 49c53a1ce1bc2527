import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DepositSlipSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import BankAccount from '#accounts/models/bank_account'
import Cashier from '#accounts/models/cashier'
import LedgerEntry from '#accounts/models/ledger_entry'

/** What a cashier handed to the bank (حافظة توريد 37). */
export default class DepositSlip extends compose(DepositSlipSchema, Lockable) {
  static override table = 'deposit_slips'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => BankAccount, { foreignKey: 'bankAccountId' })
  declare account: BelongsTo<typeof BankAccount>

  @belongsTo(() => Cashier, { foreignKey: 'cashierId' })
  declare cashier: BelongsTo<typeof Cashier>

  @belongsTo(() => LedgerEntry, { foreignKey: 'ledgerEntryId' })
  declare entry: BelongsTo<typeof LedgerEntry>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.deposits.read', 'deposit_slips.unit_id')
  }
}
