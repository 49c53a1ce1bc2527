import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BankStatementSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import BankAccount from '#accounts/models/bank_account'

/** What a bank says of one statement: its balances, and whether its lines add up to them. */
export default class BankStatement extends BankStatementSchema {
  static override table = 'bank_statements'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => BankAccount, { foreignKey: 'bankAccountId' })
  declare account: BelongsTo<typeof BankAccount>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.bank.read', 'bank_statements.unit_id')
  }
}
