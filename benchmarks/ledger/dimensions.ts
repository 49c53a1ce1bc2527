import { FiscalYear, type Day } from '#core/fiscal'
import type { Owner } from '../owner.js'

/** What lines are told apart by, and the records that they name. */
export interface Dimensions {
  units: number[]
  accounts: ReadonlyMap<string, number>
  /** Codes of accounts of expense, of deductions held for others, and of what is ordered from the bank. */
  uses: string[]
  deductions: string[]
  clearing: string
  funds: number[]
  /** A hundred parties of each unit. */
  parties: number[][]
  /** Budget lines by place of the unit, fiscal year and item. */
  budgetLines: ReadonlyMap<string, number>
}

const YEARS = ['2025/2026', '2026/2027']
const BUDGET_TABLES = ['budget_lines', 'budgets']

/** Makes twenty units' worth of accounts, parties and budget lines; the same ones on every run. */
export async function fillDimensions(owner: Owner): Promise<Dimensions> {
  const units = numbers(await owner.query('SELECT id FROM units ORDER BY id LIMIT 20'))
  const coded = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(4, '0')}`)
  const uses = coded('2211', 60)
  const deductions = coded('4111', 20)
  const clearing = '41190001'
  const made = [...uses, ...deductions, clearing]
  await owner.query('INSERT IGNORE INTO ledger_accounts (code, name_ar, name_en, class) VALUES ?', [
    made.map((code) => [
      code,
      `حساب ${code}`,
      `Account ${code}`,
      code.startsWith('2') ? 'expense' : 'liability',
    ]),
  ])
  const accounts = await owner.query('SELECT id, code FROM ledger_accounts WHERE code IN (?)', [
    made,
  ])
  return {
    units,
    accounts: new Map(accounts.map(({ code, id }) => [code, Number(id)])),
    ...{ uses, deductions, clearing },
    funds: numbers(
      await owner.query(
        "SELECT id FROM budget_codes WHERE axis = 'fund' AND code <> '00' ORDER BY id"
      )
    ),
    parties: await fillParties(owner, units),
    budgetLines: await fillBudgetLines(owner, units),
  }
}

/** The budget line of an item of expense on a day. */
export function bindLines(
  { budgetLines }: Dimensions,
  { place, postedOn, nth }: { place: number; postedOn: Day; nth: number }
): { budgetLineId: number | null } {
  const year = FiscalYear.containing(postedOn).label
  return { budgetLineId: budgetLines.get(`${place}/${year}/${nth}`) ?? null }
}

async function fillParties(owner: Owner, units: number[]): Promise<number[][]> {
  const rows = units.flatMap((unit) =>
    Array.from({ length: 100 }, (_, at) => [
      unit,
      `P-${at}`,
      'organisation',
      `مورد ${at}`,
      `مورد ${at}`,
    ])
  )
  await owner.query(
    'INSERT IGNORE INTO parties (unit_id, party_no, kind, name, folded_name) VALUES ?',
    [rows]
  )
  const made = await owner.query(
    "SELECT id, unit_id FROM parties WHERE party_no LIKE 'P-%' ORDER BY unit_id, id"
  )
  return units.map((unit) => numbers(made.filter((row) => Number(row.unit_id) === unit)))
}

/** Sixty items a unit and year, as many as are postable and three programmes of each at most. */
async function fillBudgetLines(owner: Owner, units: number[]) {
  await owner.query('SET SESSION foreign_key_checks = 0')
  for (const table of BUDGET_TABLES) await owner.query(`TRUNCATE TABLE ${table}`)
  await owner.query('SET SESSION foreign_key_checks = 1')
  const codes = numbers(
    await owner.query(
      "SELECT id FROM budget_codes WHERE axis = 'use' AND is_postable = 1 ORDER BY id LIMIT 60"
    )
  )
  const one = async (axis: string) =>
    numbers(await owner.query('SELECT id FROM budget_codes WHERE axis = ? ORDER BY code', [axis]))
  const [functions, programmes, funds] = [
    await one('function'),
    await one('programme'),
    await one('fund'),
  ]
  const lines = new Map<string, number>()
  const rows: (string | number)[][] = []
  for (const [turn, year] of YEARS.entries()) {
    await owner.query(
      "INSERT INTO budgets (id, unit_id, fiscal_year, status) VALUES (?, ?, ?, 'provisional')",
      [turn + 1, units[0], year]
    )
    for (const [place, unit] of units.entries()) {
      for (let nth = 0; nth < 60; nth++) {
        const [code, group] = [codes[nth % codes.length]!, Math.floor(nth / codes.length)]
        const id = rows.length + 1
        lines.set(`${place}/${year}/${nth}`, id)
        rows.push([
          id,
          turn + 1,
          unit,
          year,
          'use',
          code,
          funds[0]!,
          functions[group % functions.length]!,
          programmes[0]!,
        ])
      }
    }
  }
  await owner.query(
    'INSERT INTO budget_lines (id, budget_id, unit_id, fiscal_year, side, code_id, fund_id, function_id, programme_id) VALUES ?',
    [rows]
  )
  return lines
}

const numbers = (rows: { id: number }[]) => rows.map(({ id }) => Number(id))
