import type { KeyFigure } from '#core/documents/figures'
import type { Signatory } from '#core/documents/signatures'
import type { TableColumn } from '#core/documents/table_columns'
import type { Money } from '#core/money'

export type PaperLocale = 'ar' | 'en'

/** A column of a table of the books: laid out the same on the page, in Excel and on paper. */
export interface PaperColumn extends TableColumn {
  /** In characters, for Excel. */
  chars?: number
  /** On the page the value leads to `row.links[key]`. */
  isLink?: boolean
}

export type PaperValue = string | number | Money | null | undefined

export interface PaperRow {
  [key: string]: PaperValue | Readonly<Record<string, string>>
  /** Addresses of values of the row, by column. */
  links?: Readonly<Record<string, string>>
}

/** A table of a book's paper: its rows and totals are the same wherever it is read. */
export interface PaperTable {
  /** Of the sheet in Excel, and above the table elsewhere. */
  name: string
  columns: readonly PaperColumn[]
  rows: readonly PaperRow[]
  totals?: Readonly<Record<string, Money>>
  totalsLabel?: string
  /** Rows of one value of this key follow one another under a band with its name. */
  groupBy?: string
  groupHeading?: string
  empty?: string
}

/** A paper of the accounts unit, in Arabic as the forms are: what PDF and Excel are made of. */
export interface BookPaper {
  /** Of its file, without the ending. */
  file: string
  title: string
  subtitle: string
  organisation: readonly string[]
  number: string
  /** Address of its page, in the QR code. */
  url: string
  question: readonly (readonly [string, string])[]
  keyFigures?: readonly KeyFigure[]
  tables: readonly PaperTable[]
  notes?: readonly string[]
  signatures: readonly Signatory[]
  /** First digits of the SHA-256 of what was signed. */
  seal?: string
}

/** A column of amounts. */
export const moneyColumn = (key: string, heading: string, weight = 2.4): PaperColumn => ({
  ...{ key, heading, weight, type: 'money' as const, chars: 18 },
})

/** Nothing is written for zero, as in the books. */
export const orBlank = (amount: Money): Money | null => (amount.isZero() ? null : amount)

/** The first digits of a fingerprint, as they are printed. */
export const sealOf = (hash: Buffer | null | undefined) => hash?.toString('hex').slice(0, 16)
