import { SYSTEM } from '#audit/actor'
import CreateUser from '#identity/actions/create_user'
import GiveGrant from '#identity/actions/give_grant'
import Role from '#identity/models/role'
import { temporaryPassword } from '#identity/temporary_password'
import type { Owner } from '../owner.js'

/** Each commitment asks for as much. */
export const EACH = 10

export interface People {
  unitId: number
  /** Who asked for all commitments. */
  makerId: number
  approver: { email: string; password: string }
}

/** Who asks and who approves, made once: what is measured is not their making. */
export async function aPair(owner: Owner): Promise<People> {
  const [unit] = await owner.query("SELECT id FROM units WHERE code = 'EG-FYM'")
  const unitId = Number(unit.id)
  const maker = await aPerson(unitId, 'finance_officer')
  return { unitId, makerId: maker.id, approver: await aPerson(unitId, 'accounts_head') }
}

/**
 * One line with credit for those that warm the server and four of five of the others that ask for it,
 * made by one person and waiting for another. Returns the ids of the commitments.
 */
export async function fillLine(
  owner: Owner,
  { asked, warm }: { asked: number; warm: number },
  { unitId, makerId }: People
): Promise<number[]> {
  const credit = creditFor(asked) + warm * EACH
  const all = asked + warm
  await owner.query('SET SESSION foreign_key_checks = 0')
  for (const table of [
    'budget_alerts',
    'approvals',
    'commitments',
    'virement_lines',
    'virements',
    'budget_movements',
    'budget_balances',
    'budget_lines',
    'budgets',
  ]) {
    await owner.query(`TRUNCATE TABLE ${table}`)
  }
  await owner.query('SET SESSION foreign_key_checks = 1')
  await owner.query(
    "INSERT INTO budgets (id, unit_id, fiscal_year, status) VALUES (1, ?, '2026/2027', 'provisional')",
    [unitId]
  )
  await owner.query(
    `INSERT INTO budget_lines (id, budget_id, unit_id, fiscal_year, side, code_id, fund_id, function_id, programme_id)
     SELECT 1, 1, ?, '2026/2027', 'use', c.id, f.id, g.id, p.id FROM budget_codes c JOIN budget_codes f JOIN budget_codes g JOIN budget_codes p
     WHERE c.axis = 'use' AND c.code = '2104' AND f.axis = 'fund' AND f.code = '00' AND g.axis = 'function' AND g.code = '01'
       AND p.axis = 'programme' AND p.code = '00' LIMIT 1`,
    [unitId]
  )
  await owner.query(
    'INSERT INTO budget_balances (line_id, appropriated, released, moves) VALUES (1, ?, ?, 1)',
    [credit, credit]
  )
  await owner.query(
    `INSERT INTO budget_movements (line_id, kind, effective_on, appropriated, released, document_type, document_id, business_key)
     VALUES (1, 'appropriation', '2026-07-01', ?, ?, 'bench', 1, 'bench/1')`,
    [credit, credit]
  )
  await owner.query(
    `INSERT INTO commitments (id, unit_id, fiscal_year, number, line_id, amount, status, purpose, made_by)
     SELECT seq, ?, '2026/2027', seq, 1, ${EACH}, 'draft', 'توريد أدوات', ? FROM seq_1_to_${Number(all)}`,
    [unitId, makerId]
  )
  return Array.from({ length: all }, (_, index) => index + 1)
}

/** The same row with nothing taken and credit for four of five that ask, for a floor. */
export async function emptyLine(owner: Owner, asked: number): Promise<void> {
  const credit = creditFor(asked)
  await owner.query(
    'UPDATE budget_balances SET committed = 0, appropriated = ?, released = ? WHERE line_id = 1',
    [credit, credit]
  )
}

/** What the line has, of which four of five find their part. */
export const creditFor = (asked: number) => Math.floor((asked * 4) / 5) * EACH

async function aPerson(homeUnitId: number, code: string) {
  const email = `${code}-${Date.now()}@bench.example`
  const password = temporaryPassword()
  const role = await Role.findByOrFail('code', code)
  const { user } = await new CreateUser().handle(
    { email, fullName: role.nameAr, jobTitle: role.nameAr, homeUnitId, password },
    { by: SYSTEM }
  )
  await new GiveGrant().handle(
    { userId: user.id, roleId: role.id, unitId: homeUnitId, reason: 'قياس' },
    { by: null }
  )
  return { id: user.id, email, password }
}
