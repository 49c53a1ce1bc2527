import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { SettlementSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import BankAccount from '#accounts/models/bank_account'
import LedgerEntry from '#accounts/models/ledger_entry'

/** A batch of electronic collections as the provider pays it out (دفعة تسوية): gross − commission = net. */
export default class Settlement extends compose(SettlementSchema, Lockable) {
  static override table = 'settlements'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => BankAccount, { foreignKey: 'bankAccountId' })
  declare account: BelongsTo<typeof BankAccount>

  @belongsTo(() => LedgerEntry, { foreignKey: 'ledgerEntryId' })
  declare entry: BelongsTo<typeof LedgerEntry>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.settlements.read', 'settlements.unit_id')
  }
}
