import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import type { WorkFile } from './work.js'
import { insist } from './fleet.js'

export interface TableTruth {
  table: string
  /** Rows and Σ of the amount in the files, and in the table. */
  files: { rows: number; amount: string }
  books: { rows: number; amount: string }
}

const TABLES: Record<string, { table: string; amount: string; total: string }> = {
  'charges': { table: 'charges', amount: 'amount', total: 'amount' },
  'receipts': { table: 'receipts', amount: 'amount', total: 'amount' },
  'deposit-slips': { table: 'deposit_slips', amount: 'amount', total: 'amount' },
  'settlements': { table: 'settlements', amount: 'gross', total: 'gross' },
  'bank-statement': { table: 'bank_lines', amount: 'amount', total: 'amount' },
}

/** What the files hold and what the books hold, kind by kind; rows that a sample never repeats. */
export async function compareWithFiles(files: readonly WorkFile[]): Promise<TableTruth[]> {
  const truths: TableTruth[] = []
  for (const [kind, { table, amount, total }] of Object.entries(TABLES)) {
    const own = files.filter((file) => file.kind === kind)
    const sum = Money.sum(own.map((file) => Money.of(file.totals[total] ?? '0.00')))
    const [found] = await insist(async () => {
      const [rows] = await db.rawQuery(
        `SELECT COUNT(*) AS count, COALESCE(SUM(${amount}), 0) AS amount FROM ${table}`
      )
      return rows as { count: number; amount: string }[]
    })
    truths.push({
      table,
      files: { rows: own.reduce((rows, file) => rows + file.rows, 0), amount: sum.toString() },
      books: { rows: Number(found!.count), amount: Money.of(String(found!.amount)).toString() },
    })
  }
  return truths
}

/** Rows that are in the files and not in the books, and the reverse. */
export function missingAndSurplus(truths: readonly TableTruth[]): {
  lost: number
  doubled: number
} {
  let lost = 0
  let doubled = 0
  for (const { files, books } of truths) {
    if (books.rows < files.rows) lost += files.rows - books.rows
    else if (books.rows > files.rows) doubled += books.rows - files.rows
    else if (books.amount !== files.amount) lost++
  }
  return { lost, doubled }
}
