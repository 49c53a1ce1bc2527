import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BookFolioSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import AccountBook from '#accounts/models/account_book'

/** A month of a book of a unit (فولية): read from the ledger while open, frozen once closed. */
export default class BookFolio extends compose(BookFolioSchema, Lockable, WithTransitions) {
  static override table = 'book_folios'
  static transitions = {
    open: ['closed'],
    closed: ['audited', 'open'],
    audited: ['open'],
  } satisfies Transitions

  static stateNames = {
    open: sentence('مفتوحة', 'open'),
    closed: sentence('مقفلة', 'closed'),
    audited: sentence('مراجعة', 'audited'),
  }

  @belongsTo(() => AccountBook, { foreignKey: 'bookId' })
  declare book: BelongsTo<typeof AccountBook>

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.books.read', 'book_folios.unit_id')
  }

  get period(): Month {
    return Month.containing(this.month)
  }
}
