import { createHash } from 'node:crypto'
import type { Day } from '#core/days'
import { FiscalYear, type Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import {
  accountFigures,
  closingEntries,
  netOf,
  notIn,
  onItsSide,
  totalsOf,
  type AccountFigures,
  type Sides,
} from '#accounts/books/figures'
import type AccountBook from '#accounts/models/account_book'

type Queries = Pick<Trx, 'rawQuery'>

/** One line of the ledger as it stands on a folio; its paper is the entry's. */
export interface FolioLine {
  lineId: number
  entryId: number
  entryNo: number
  day: Day
  description: string
  accountId: number
  code: string
  nameAr: string
  nameEn: string
  debit: Money
  credit: Money
}

export interface FolioFigures {
  accounts: AccountFigures[]
  brought: Sides
  moved: Sides
  carried: Sides
  lineCount: number
}

/** A month of a book of a unit, read from the ledger: by account, with what is brought and carried. */
export async function folioFigures(
  book: AccountBook,
  { unitId, month }: { unitId: number; month: Month },
  { trx }: { trx: Queries }
): Promise<FolioFigures> {
  const period = { unitId, first: month.first, last: month.last }
  const accounts = await accountFigures(period, book.scope, { trx })
  const lineCount = accounts.reduce((count, row) => count + row.lineCount, 0)
  return { accounts, ...totalsOf(accounts), lineCount }
}

/** The lines of a folio in the order they were posted. */
export async function folioLines(
  book: AccountBook,
  { unitId, month }: { unitId: number; month: Month },
  { trx, limit, after = 0 }: { trx: Queries; limit?: number; after?: number }
): Promise<FolioLine[]> {
  const { where, bindings } = book.scope
  const closing = await closingEntries(unitId, FiscalYear.containing(month.first), trx)
  const [rows] = await trx.rawQuery(
    `SELECT l.id, l.entry_id, e.number, l.posted_on, CONCAT_WS(' — ', e.description, l.memo) AS description,
       a.id AS account_id, a.code, a.name_ar, a.name_en, l.debit, l.credit
     FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id JOIN ledger_entries e ON e.id = l.entry_id
     WHERE l.unit_id = ? AND l.posted_on BETWEEN ? AND ? AND (${where}) ${notIn(closing)}
     ORDER BY l.posted_on, e.number, l.id ${limit ? `LIMIT ${limit} OFFSET ${after}` : ''}`,
    [unitId, month.first, month.last, ...bindings] as string[]
  )
  return rows.map((row: Record<string, string>) => ({
    lineId: Number(row.id),
    entryId: Number(row.entry_id),
    entryNo: Number(row.number),
    day: row.posted_on!,
    description: row.description!,
    accountId: Number(row.account_id),
    code: row.code!,
    nameAr: row.name_ar!,
    nameEn: row.name_en!,
    debit: Money.of(row.debit!),
    credit: Money.of(row.credit!),
  }))
}

/** Days of a folio by account (دفتر 10): what moved in each. */
export function byDay(lines: readonly FolioLine[]): Map<Day, Map<number, Sides>> {
  const days = new Map<Day, Map<number, Sides>>()
  for (const { day, accountId, debit, credit } of lines) {
    const accounts = days.get(day) ?? new Map<number, Sides>()
    const sides = accounts.get(accountId) ?? { debit: Money.zero, credit: Money.zero }
    accounts.set(accountId, { debit: sides.debit.add(debit), credit: sides.credit.add(credit) })
    days.set(day, accounts)
  }
  return days
}

/** The balance after each line, beginning with what was brought. */
export function running(brought: Sides, lines: readonly FolioLine[]): Sides[] {
  let net = netOf(brought)
  return lines.map((line) => {
    net = net.add(netOf(line))
    return onItsSide(net)
  })
}

/** What a folio says, as a fingerprint: every line, every account and the totals. */
export function folioHash(book: AccountBook, figures: FolioFigures, lines: readonly FolioLine[]) {
  const hash = createHash('sha256')
  hash.update(`${book.code}\n`)
  for (const row of figures.accounts) {
    hash.update(`${row.code}|${[row.brought, row.moved, row.carried].map(pair).join('|')}\n`)
  }
  for (const line of lines) {
    hash.update(`${line.lineId}|${line.entryId}|${line.day}|${line.code}|${pair(line)}\n`)
  }
  return hash.digest()
}

const pair = ({ debit, credit }: Sides) => `${debit}/${credit}`
