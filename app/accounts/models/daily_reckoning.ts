import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DailyReckoningSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import type { Reckoned } from '#accounts/books/daily_reckoning'

/** Form 69: a day's book 55 held against its book 224 (الحسبة اليومية), under three signatures. */
export default class DailyReckoning extends compose(
  DailyReckoningSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'daily_reckonings'
  static transitions = {
    draft: ['counted'],
    counted: ['checked', 'draft'],
    checked: ['signed', 'counted'],
    signed: ['draft'],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة في انتظار الصراف', 'waiting for the cashier'),
    counted: sentence('وقعها الصراف', 'signed by the cashier'),
    checked: sentence('وقعها المحاسب', 'signed by the accountant'),
    signed: sentence('معتمدة', 'signed by all'),
  }

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.books.read', 'daily_reckonings.unit_id')
  }

  /** As documents name it: `69/2026-2027/14`. */
  get label(): string {
    return `69/${this.fiscalYear.replace('/', '-')}/${this.number}`
  }

  get opening(): Reckoned {
    const { openingCount: count, openingGross: gross, openingDeductions: deductions } = this
    return { count, gross, deductions, net: this.openingNet }
  }

  /** What book 55 says of the day. */
  get book55(): Reckoned {
    const { formsCount: count, formsGross: gross, formsDeductions: deductions } = this
    return { count, gross, deductions, net: this.formsNet }
  }

  /** What book 224 says of the day: deductions are its settlements, net its payments. */
  get book224(): Reckoned {
    const { entriesCount: count, entriesGross: gross, entriesDeductions: deductions } = this
    return { count, gross, deductions, net: this.entriesNet }
  }

  /** Since July, with the day. */
  get closing(): Reckoned {
    const { opening, book224 } = this
    return {
      count: opening.count + book224.count,
      gross: opening.gross.add(book224.gross),
      deductions: opening.deductions.add(book224.deductions),
      net: opening.net.add(book224.net),
    }
  }

  get agrees(): boolean {
    const { book55, book224 } = this
    return (
      book55.count === book224.count &&
      book55.gross.equals(book224.gross) &&
      book55.net.equals(book224.net)
    )
  }
}
