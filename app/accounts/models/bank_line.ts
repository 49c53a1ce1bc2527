import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BankLineSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import BankAccount from '#accounts/models/bank_account'
import LedgerEntry from '#accounts/models/ledger_entry'

/** One movement of a bank account (حركة بنكية); credits are positive. Never changed. */
export default class BankLine extends BankLineSchema {
  static override table = 'bank_lines'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => BankAccount, { foreignKey: 'bankAccountId' })
  declare account: BelongsTo<typeof BankAccount>

  @belongsTo(() => LedgerEntry, { foreignKey: 'ledgerEntryId' })
  declare entry: BelongsTo<typeof LedgerEntry>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.bank.read', 'bank_lines.unit_id')
  }
}
