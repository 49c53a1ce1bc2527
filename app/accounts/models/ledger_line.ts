import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { LedgerLineSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import LedgerEntry from '#accounts/models/ledger_entry'
import LedgerAccount from '#accounts/models/ledger_account'

/** One side of an entry, on one account. */
export default class LedgerLine extends LedgerLineSchema {
  static override table = 'ledger_lines'

  @belongsTo(() => LedgerEntry, { foreignKey: 'entryId' })
  declare entry: BelongsTo<typeof LedgerEntry>

  @belongsTo(() => LedgerAccount, { foreignKey: 'accountId' })
  declare account: BelongsTo<typeof LedgerAccount>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.ledger.read', 'ledger_lines.unit_id')
  }
}
