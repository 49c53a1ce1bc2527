import { FiscalYear } from '#core/fiscal'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { OWN_CREDIT } from '#budget/balances/carried'
import Budget from '#budget/models/budget'
import BudgetProposal from '#budget/models/budget_proposal'
import { assertStage, type Act } from '#budget/plan/budget_step'
import { CodeNotUsableError } from '#budget/plan/errors'
import { assertUnitOf } from '#budget/plan/estimates'

/** A figure as it is written down; axes by the ids of their codes. */
export interface ProposedLine {
  codeId: number
  fundId: number
  functionId: number
  programmeId: number
  /** Zero stays as a line that asks for nothing; null takes the line out. */
  amount: Money | null
  justification?: string | null
}

/** A unit's proposal while it is written. */
export default class PrepareProposal {
  /**
   * The proposal the unit works on: the one there is, the next issue of a returned one as its copy, or
   * a first one with the lines of the year before and nothing asked yet.
   * @throws BudgetStageError, UnitOutsideBudgetError
   */
  async start(
    { budgetId, unitId }: { budgetId: number; unitId: number },
    { by, trx: outer }: Act
  ): Promise<BudgetProposal> {
    return within(outer, async (trx) => {
      const budget = await (await Budget.findOrFail(budgetId, { client: trx })).lock(trx)
      const proposals = () => BudgetProposal.query({ client: trx }).where({ budgetId, unitId })
      const last = await proposals().orderBy('issue', 'desc').first()
      if (last && last.status !== 'returned') return last
      assertStage(budget, 'proposals')
      await assertUnitOf(budget, unitId, trx)
      const { fiscalYear } = budget
      const issue = (last?.issue ?? 0) + 1
      const proposal = await BudgetProposal.create(
        { budgetId, unitId, fiscalYear, issue, status: 'draft', madeBy: by.id },
        { client: trx }
      )
      if (last) await copyLines(last.id, proposal.id, trx)
      else await linesOfTheYearBefore(proposal, trx)
      await record(proposal, 'started', { issue }, { by, trx })
      return proposal
    })
  }

  /** Writes figures of a draft; lines that are not named stay. @throws CodeNotUsableError */
  async write(
    id: number,
    lines: readonly ProposedLine[],
    { by, trx: outer }: Act
  ): Promise<BudgetProposal> {
    return within(outer, async (trx) => {
      const proposal = await (await BudgetProposal.findOrFail(id, { client: trx })).lock(trx)
      // Only a draft is written in; the table says what else may become of the others.
      if (proposal.status !== 'draft') proposal.moveTo('draft')
      await assertUsable(proposal, lines, trx)
      for (const line of lines) await writeLine(proposal, line, trx)
      proposal.version += 1
      await proposal.save()
      const changed = lines.map(({ codeId, amount }) => ({ codeId, amount: amount?.toString() }))
      await record(proposal, 'written', { lines: changed }, { by, trx })
      return proposal
    })
  }
}

const KEY = ['code_id', 'fund_id', 'function_id', 'programme_id'] as const

async function writeLine(proposal: BudgetProposal, line: ProposedLine, trx: Trx): Promise<void> {
  const key = [line.codeId, line.fundId, line.functionId, line.programmeId]
  if (line.amount === null) {
    await trx.rawQuery(
      `DELETE FROM budget_proposal_lines WHERE proposal_id = ? AND ${KEY.map((name) => `${name} = ?`).join(' AND ')}`,
      [proposal.id, ...key]
    )
    return
  }
  await trx.rawQuery(
    `INSERT INTO budget_proposal_lines (proposal_id, ${KEY.join(', ')}, previous, amount, justification)
     SELECT ?, ?, ?, ?, ?, COALESCE((
         SELECT ${OWN_CREDIT} FROM budget_lines l JOIN budget_balances b ON b.line_id = l.id
         WHERE l.unit_id = ? AND l.fiscal_year = ? AND ${KEY.map((name) => `l.${name} = ?`).join(' AND ')}
       ), 0), ?, ?
     ON DUPLICATE KEY UPDATE amount = VALUES(amount), justification = VALUES(justification)`,
    [
      ...[proposal.id, ...key, proposal.unitId, yearBefore(proposal), ...key],
      ...([line.amount.toString(), line.justification || null] as string[]),
    ]
  )
}

/** Every code is of its axis, of the lowest level and valid on the first day of the year. */
async function assertUsable(
  { fiscalYear }: BudgetProposal,
  lines: readonly ProposedLine[],
  trx: Trx
): Promise<void> {
  const wanted = lines.flatMap((line): [number, string][] => [
    [line.codeId, 'economic'],
    [line.fundId, 'fund'],
    [line.functionId, 'function'],
    [line.programmeId, 'programme'],
  ])
  if (wanted.length === 0) return
  const on = FiscalYear.of(fiscalYear).first
  const [rows] = await trx.rawQuery(
    `SELECT id, axis FROM budget_codes WHERE id IN (${wanted.map(() => '?').join(', ')})
       AND is_postable = 1 AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)`,
    [...wanted.map(([id]) => id), on, on]
  )
  const axes = new Map<number, string>(
    rows.map((row: { id: number; axis: string }) => [
      Number(row.id),
      row.axis === 'use' || row.axis === 'resource' ? 'economic' : row.axis,
    ])
  )
  for (const [id, axis] of wanted) {
    if (axes.get(id) !== axis) throw new CodeNotUsableError(axis, id, fiscalYear)
  }
}

async function copyLines(from: number, to: number, trx: Trx): Promise<void> {
  await trx.rawQuery(
    `INSERT INTO budget_proposal_lines (proposal_id, ${KEY.join(', ')}, previous, amount, justification)
     SELECT ?, ${KEY.join(', ')}, previous, amount, justification
     FROM budget_proposal_lines WHERE proposal_id = ?`,
    [to, from]
  )
}

async function linesOfTheYearBefore(proposal: BudgetProposal, trx: Trx): Promise<void> {
  const on = FiscalYear.of(proposal.fiscalYear).first
  await trx.rawQuery(
    `INSERT INTO budget_proposal_lines (proposal_id, ${KEY.join(', ')}, previous, amount)
     SELECT ?, ${KEY.map((name) => `l.${name}`).join(', ')}, ${OWN_CREDIT}, 0
     FROM budget_lines l JOIN budget_balances b ON b.line_id = l.id
     JOIN budget_codes c ON c.id = l.code_id AND (c.valid_to IS NULL OR c.valid_to > ?)
     WHERE l.unit_id = ? AND l.fiscal_year = ?`,
    [proposal.id, on, proposal.unitId, yearBefore(proposal)]
  )
}

const yearBefore = ({ fiscalYear }: BudgetProposal) => FiscalYear.of(fiscalYear).previous().label

async function record(
  { id, unitId, label }: BudgetProposal,
  action: string,
  after: Record<string, unknown>,
  { by, trx }: Act & { trx: Trx }
): Promise<void> {
  const subject = { unitId, subjectType: 'budget_proposal', subjectId: id, label }
  await Trail.record({ action: `budget_proposal.${action}`, ...subject, after }, { by, trx })
}
