import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ReceiptSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import ReceiptBook from '#accounts/models/receipt_book'
import LedgerEntry from '#accounts/models/ledger_entry'

/** A receipt of money (قسيمة 33). A void one keeps its number and posts nothing. */
export default class Receipt extends compose(ReceiptSchema, Lockable) {
  static override table = 'receipts'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => ReceiptBook, { foreignKey: 'bookId' })
  declare book: BelongsTo<typeof ReceiptBook>

  @belongsTo(() => LedgerEntry, { foreignKey: 'ledgerEntryId' })
  declare entry: BelongsTo<typeof LedgerEntry>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.receipts.read', 'receipts.unit_id')
  }

  /** `BOOK/NUMBER`, as people name it; the book must be loaded. */
  get label(): string {
    return `${this.book.bookNo}/${this.number}`
  }
}
