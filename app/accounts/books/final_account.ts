import type { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { netOf, trialBalance, type AccountFigures } from '#accounts/books/figures'
import { resultOf } from '#accounts/books/roll_over'

type Queries = Pick<Trx, 'rawQuery'>

/** A chapter of the budget over a year: what was given, moved, used and left. */
export interface Executed {
  side: 'use' | 'resource'
  code: string
  nameAr: string
  nameEn: string
  /** As the estimates were first approved. */
  original: Money
  /** After virements and supplements. */
  revised: Money
  released: Money
  /** Committed and reserved, not yet paid. */
  bound: Money
  paid: Money
  /** Revised less paid: what lapses at the end of the year. */
  left: Money
}

export interface FinalAccount {
  revenue: { accounts: AccountFigures[]; total: Money }
  expense: { accounts: AccountFigures[]; total: Money }
  surplus: Money
  balances: AccountFigures[]
  execution: Executed[]
}

/** The final account of a unit's year (الحساب الختامي): resources, uses, result, balances, execution. */
export async function finalAccount(
  { unitId, year }: { unitId: number; year: FiscalYear },
  { trx }: { trx: Queries }
): Promise<FinalAccount> {
  const rows = await trialBalance({ unitId, first: year.first, last: year.last }, { trx })
  const { revenue, expense } = resultOf(rows)
  const of = (kind: AccountFigures['class']) => rows.filter((row) => row.class === kind)
  return {
    revenue: { accounts: of('revenue'), total: revenue },
    expense: { accounts: of('expense'), total: expense },
    surplus: revenue.subtract(expense),
    balances: rows.filter((row) => !['revenue', 'expense'].includes(row.class)),
    execution: await execution({ unitId, year, on: year.last }, { trx }),
  }
}

/** Execution of a unit's budget by chapter, as it stood on a day. */
export async function execution(
  { unitId, year, on }: { unitId: number; year: FiscalYear; on: string },
  { trx }: { trx: Queries }
): Promise<Executed[]> {
  const [rows] = await trx.rawQuery(
    `SELECT l.side, c.code, c.name_ar, c.name_en,
       SUM(IF(m.kind = 'appropriation', m.appropriated, 0)) AS original, SUM(m.appropriated) AS revised,
       SUM(m.released) AS released, SUM(m.reserved + m.committed) AS bound, SUM(m.paid) AS paid
     FROM budget_lines l JOIN budget_codes k ON k.id = l.code_id JOIN budget_codes c ON c.id = COALESCE(k.chapter_id, k.id)
     JOIN budget_movements m ON m.line_id = l.id AND m.effective_on <= ?
     WHERE l.unit_id = ? AND l.fiscal_year = ?
     GROUP BY l.side, c.code, c.name_ar, c.name_en ORDER BY l.side DESC, c.code`,
    [on, unitId, year.label] as string[]
  )
  return rows.map((row: Record<string, string>) => {
    const of = (figure: string) => Money.of(row[figure]!)
    return {
      side: row.side as Executed['side'],
      ...{ code: row.code!, nameAr: row.name_ar!, nameEn: row.name_en! },
      ...{ original: of('original'), revised: of('revised'), released: of('released') },
      ...{ bound: of('bound'), paid: of('paid'), left: of('revised').subtract(of('paid')) },
    }
  })
}

/** What an account stands at, above zero on its own side: revenue and liabilities credit, others debit. */
export function standing(row: Pick<AccountFigures, 'class' | 'carried'>): Money {
  const net = netOf(row.carried)
  return row.class === 'revenue' || row.class === 'liability' ? net.negate() : net
}
