import { FiscalYear } from '#core/fiscal'
import type { Money } from '#core/money'
import { takeNumbers } from '#core/numbering'
import type { Trx } from '#core/within'
import type { Entry } from '#accounts/ledger/entry'

/** The book in which a unit numbers its entries, per fiscal year without gaps. */
export const LEDGER_BOOK = 'ledger'

/** An entry that balances, with the sum of either side. */
export type Judged = Entry & { total: Money }

export interface Numbered {
  entry: Judged
  fiscalYear: string
  number: number
}

/** Gives entries the next numbers of their units and years: one block each, in the order of the entries. */
export async function numberEntries(entries: readonly Judged[], trx: Trx): Promise<Numbered[]> {
  const years = entries.map(({ postedOn }) => FiscalYear.containing(postedOn).label)
  const keys = entries.map(({ unitId }, at) => `${unitId}/${years[at]}`)
  const books = new Map<string, { unitId: number; fiscalYear: string; count: number }>()
  keys.forEach((key, at) => {
    const { unitId } = entries[at]!
    const book = books.get(key) ?? { unitId, fiscalYear: years[at]!, count: 0 }
    book.count++
    books.set(key, book)
  })
  const asked = [...books.values()].map((book) => ({ ...book, book: LEDGER_BOOK }))
  const blocks = await takeNumbers(asked, trx)
  const next = new Map(blocks.map((block) => [`${block.unitId}/${block.fiscalYear}`, block.first]))
  return entries.map((entry, at) => {
    const number = next.get(keys[at]!)!
    next.set(keys[at]!, number + 1)
    return { entry, fiscalYear: years[at]!, number }
  })
}
