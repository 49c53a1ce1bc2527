import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BankAccountSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import LedgerAccount from '#accounts/models/ledger_account'

/** A bank account of a unit (حساب بنكي), known by IBAN or number. */
export default class BankAccount extends BankAccountSchema {
  static override table = 'bank_accounts'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => LedgerAccount, { foreignKey: 'ledgerAccountId' })
  declare ledgerAccount: BelongsTo<typeof LedgerAccount>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.bank.read', 'bank_accounts.unit_id')
  }
}
