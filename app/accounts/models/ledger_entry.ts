import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { LedgerEntrySchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import LedgerLine from '#accounts/models/ledger_line'

/** A posted entry (قيد): balanced, sealed and never changed; a correction is a reversal. */
export default class LedgerEntry extends LedgerEntrySchema {
  static override table = 'ledger_entries'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @hasMany(() => LedgerLine, { foreignKey: 'entryId' })
  declare lines: HasMany<typeof LedgerLine>

  @belongsTo(() => LedgerEntry, { foreignKey: 'reversesId' })
  declare reverses: BelongsTo<typeof LedgerEntry>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.ledger.read', 'ledger_entries.unit_id')
  }
}
