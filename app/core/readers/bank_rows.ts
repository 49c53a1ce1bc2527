import { addDecimals, withTwoDecimals } from '#core/readers/decimal_text'
import { BATCH_ROWS } from '#core/readers/types'
import type { RawRow, ReaderWarning, RowProblem, StatementSummary } from '#core/readers/types'

/** The columns of every bank format, so that one importer serves them all. */
export const BANK_COLUMNS = [
  'account',
  'statement_no',
  'currency',
  'opening_balance',
  'closing_balance',
  'booked_on',
  'value_on',
  'amount',
  'type',
  'reference',
  'bank_reference',
  'counterparty',
  'narrative',
  'reversal',
] as const

export type BankColumn = (typeof BANK_COLUMNS)[number]
export type BankCells = Partial<Record<BankColumn, string | null>>

/** One movement of a statement; `amount` is signed decimal text, credits positive. */
export interface BankLine {
  number: number
  cells: BankCells
  problem?: RowProblem
}

/** A statement that is complete, with the lines not handed on yet. */
export interface BankStatement extends StatementSummary {
  pending: BankLine[]
}

/** A statement nothing is known of yet. */
export function newStatement(line: number): BankStatement {
  return {
    account: null,
    statementNo: null,
    currency: null,
    openingBalance: null,
    closingBalance: null,
    lines: 0,
    movement: '0.00',
    balanced: null,
    line,
    pending: [],
  }
}

/** Adds a movement to its statement. */
export function addLine(statement: BankStatement, line: BankLine): void {
  statement.lines++
  statement.pending.push(line)
  if (line.cells.amount) statement.movement = addDecimals(statement.movement, line.cells.amount)
}

/**
 * Rows of statements. The balances stand on every row of their statement, which is why a
 * statement is handed on when it is complete.
 */
export async function* bankRows(statements: AsyncIterable<BankStatement>): AsyncIterable<RawRow[]> {
  let batch: RawRow[] = []
  for await (const statement of statements) {
    for (const line of statement.pending) {
      batch.push(toRow(statement, line))
      if (batch.length >= BATCH_ROWS) {
        yield batch
        batch = []
      }
    }
  }
  if (batch.length) yield batch
}

function toRow(statement: BankStatement, line: BankLine): RawRow {
  const all: BankCells = {
    ...line.cells,
    account: statement.account,
    statement_no: statement.statementNo,
    currency: line.cells.currency ?? statement.currency,
    opening_balance: statement.openingBalance,
    closing_balance: statement.closingBalance,
  }
  const cells = BANK_COLUMNS.map((column) => all[column]?.trim() || null)
  const row: RawRow = { number: line.number, cells, blank: false }
  if (line.problem) row.problem = line.problem
  return row
}

/** Closes the sums of a statement and says whether opening + movements = closing. */
export function settle(statement: BankStatement): BankStatement {
  const { openingBalance, closingBalance } = statement
  statement.movement = withTwoDecimals(statement.movement)
  if (openingBalance !== null && closingBalance !== null) {
    const expected = addDecimals(openingBalance, statement.movement)
    statement.balanced = addDecimals(expected, negative(closingBalance)) === '0.00'
  }
  return statement
}

/** What the person should know about a statement: it does not add up, or it is empty. */
export function statementWarnings(statement: StatementSummary): ReaderWarning[] {
  const name = [statement.account, statement.statementNo].filter(Boolean).join(' / ') || '—'
  if (statement.balanced === false) {
    const { openingBalance: opening, closingBalance: closing, movement } = statement
    return [
      {
        code: 'statement_does_not_balance',
        ar: `كشف الحساب ${name}: الرصيد الافتتاحي ${opening} مع مجموع الحركات ${movement} لا يساوي الرصيد الختامي ${closing}. راجع البنك: قد تكون حركات ناقصة.`,
        en: `Statement ${name}: the opening balance ${opening} and the movements ${movement} do not give the closing balance ${closing}. Ask the bank: lines may be missing.`,
        line: statement.line,
      },
    ]
  }
  if (statement.balanced === null) {
    return [
      {
        code: 'statement_without_balance',
        ar: `كشف الحساب ${name} ينقصه الرصيد الافتتاحي أو الختامي، فلا يمكن التحقق من اكتماله.`,
        en: `Statement ${name} lacks its opening or closing balance, so it cannot be checked for completeness.`,
        line: statement.line,
      },
    ]
  }
  return []
}

/** The opposite of a signed decimal text. */
export function negative(amount: string): string {
  if (/^[-0.]*$/.test(amount)) return amount.replace('-', '')
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}
