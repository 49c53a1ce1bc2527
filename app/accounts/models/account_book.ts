import { AccountBookSchema } from '#database/schema'
import type { Scope } from '#accounts/books/figures'

/** A book of an accounting unit: which lines of the ledger it reads, and how it shows them. */
export default class AccountBook extends AccountBookSchema {
  static override table = 'account_books'

  nameIn(locale: string): string {
    return locale === 'en' ? this.nameEn : this.nameAr
  }

  /** It holds entries of its kinds, not accounts. */
  get ofEntries(): boolean {
    return (this.entryKinds as string[]).length > 0
  }

  /** The lines of the ledger that stand in this book. */
  get scope(): Scope {
    const where: string[] = []
    const bindings: string[] = []
    const prefixes = this.accountPrefixes as string[]
    const among = (column: string, values: readonly string[]) => {
      if (!values.length) return
      where.push(`${column} IN (${values.map(() => '?').join(', ')})`)
      bindings.push(...values)
    }
    if (prefixes.length) {
      const one = 'a.code LIKE ? OR a.parent_code LIKE ?'
      where.push(`(${prefixes.map(() => one).join(' OR ')})`)
      bindings.push(...prefixes.flatMap((prefix) => [`${prefix}%`, `${prefix}%`]))
    }
    among('a.class', this.accountClasses as string[])
    among('e.kind', this.entryKinds as string[])
    // A reversal takes back on the other side what the book shows on its own.
    if (this.ofEntries && this.normalSide !== 'both') {
      const other = this.normalSide === 'debit' ? 'credit' : 'debit'
      where.push(`IF(e.reverses_id IS NULL, l.${this.normalSide}, l.${other}) > 0`)
    }
    return {
      where: where.join(' AND ') || '1 = 1',
      bindings,
      byEntry: this.ofEntries,
      carries: this.carries as Scope['carries'],
    }
  }
}
