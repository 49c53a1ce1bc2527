import db from '@adonisjs/lucid/services/db'
import { FiscalYear, Month } from '#core/fiscal'
import type { ListDefinition } from '#core/lists/definition'
import { folioFigures, folioLines } from '#accounts/books/folio'
import { trialBalance } from '#accounts/books/figures'
import { execution } from '#accounts/books/final_account'
import { trialBalanceList } from '#accounts/lists/trial_balance_list'
import AccountBook from '#accounts/models/account_book'
import { executionReports } from '#budget/reports/execution'
import { interleave, round, spreadOf, type BenchResult } from '../harness.js'
import type { Owner } from '../owner.js'
import { BUSIEST, type LedgerWorld } from './world.js'

/** A question of a page, and the plainest SQL over the lines that comes to its figures. */
interface Question {
  name: string
  floor: string
  ours(): Promise<unknown[]>
  /** Rows that the answer has at least. */
  rows: number
}

const MONTH = Month.of('2026-10')
const YEAR = FiscalYear.containing(MONTH.first)

/** Every question that people wait for at this size, each beside its floor. */
export async function askAll(
  owner: Owner,
  { lines, world, say }: { lines: number; world: LedgerWorld; say: (text: string) => void }
): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  for (const question of await questions(world)) {
    const { floor, ours } = await interleave(
      5,
      () => timed(() => owner.query(question.floor)),
      () => timed(question.ours, question),
      () => {}
    )
    const [bare, mine] = [floor, ours].map((samples) =>
      spreadOf(samples.map(({ seconds }) => seconds))
    )
    say(`  ${question.name}: floor ${bare!.median} s, ours ${mine!.median} s`)
    results.push({
      name: `ledger-${question.name}`,
      rows: lines,
      floor: bare!,
      ours: mine!,
      ratio: round(bare!.median / mine!.median, 2),
      peakRssMb: 0,
    })
  }
  return results
}

async function questions(world: LedgerWorld): Promise<Question[]> {
  const unitId = world.units[BUSIEST]!
  const trx = db as never
  const period = `unit_id = ${unitId} AND posted_on <= '${MONTH.last}'`
  const place = { unitId, month: MONTH }
  const books = await AccountBook.query()
    .whereIn('code', ['39-credit', '224', '10'])
    .orderBy('code')
  return [
    {
      name: 'trial-balance',
      floor: 'SELECT account_id, SUM(debit), SUM(credit) FROM ledger_lines GROUP BY account_id',
      ours: () => asked(trialBalanceList, { from: '2025-07', to: '2027-06' }),
      rows: 80,
    },
    {
      name: 'form-75',
      floor: `SELECT account_id, SUM(debit), SUM(credit) FROM ledger_lines WHERE ${period} GROUP BY account_id`,
      ours: () => trialBalance({ unitId, first: MONTH.first, last: MONTH.last }, { trx }),
      rows: 80,
    },
    ...books.map((book) => ({
      name: `folio-${book.code}`,
      floor: `SELECT account_id, SUM(debit), SUM(credit) FROM ledger_lines WHERE ${period} GROUP BY account_id`,
      ours: async () => {
        const { accounts } = await folioFigures(book, place, { trx })
        return [...accounts, ...(await folioLines(book, place, { trx }))]
      },
      rows: 100,
    })),
    ...executionReports.flatMap((report) =>
      [undefined, MONTH.last].map((on) => ({
        name: `${report.name}${on ? '-as-of' : ''}`,
        floor: 'SELECT line_id, SUM(paid) FROM budget_movements GROUP BY line_id',
        ours: () => asked(report, on ? { on } : {}),
        rows: 1,
      }))
    ),
    {
      name: 'execution-of-final-account',
      floor: 'SELECT line_id, SUM(paid) FROM budget_movements GROUP BY line_id',
      ours: () => execution({ unitId, year: YEAR, on: MONTH.last }, { trx }),
      rows: 1,
    },
  ]
}

/** The first page of a list, as its page asks it, of the whole country. */
async function asked(list: ListDefinition, qs: Record<string, string>): Promise<unknown[]> {
  const reader = { unitIds: () => 'all' as const }
  const query = list.query(reader as never, { request: { qs: () => qs } } as never) as never as {
    select(columns: unknown[]): { toSQL(): { sql: string; bindings: unknown[] } }
  }
  const columns = list.columns.map(({ key, expression }) =>
    db.raw(`${expression ?? key} AS \`${key}\``)
  )
  const { sql, bindings } = query.select(columns).toSQL()
  const [rows] = await db.rawQuery(sql, bindings as never)
  return rows
}

async function timed(work: () => Promise<unknown[]>, question?: Question) {
  const begun = performance.now()
  const rows = await work()
  const seconds = (performance.now() - begun) / 1000
  if (question && rows.length < question.rows) {
    throw new Error(`${question.name} has ${rows.length} rows`)
  }
  return { seconds }
}
