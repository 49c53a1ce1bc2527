import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { settingAt } from '#core/settings'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import Budget from '#budget/models/budget'
import BudgetProposal from '#budget/models/budget_proposal'
import BudgetProposalLine from '#budget/models/budget_proposal_line'
import { assertStage, type Act } from '#budget/plan/budget_step'
import { CeilingExceededError, JustificationNeededError } from '#budget/plan/errors'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A proposal's way up: submitted by its unit, accepted or returned by another, discussed. */
export default class DecideProposal {
  /** @throws CeilingExceededError, JustificationNeededError, BudgetStageError */
  async submit(id: number, { by, trx: outer }: Act): Promise<BudgetProposal> {
    return within(outer, async (trx) => {
      const proposal = await held(id, trx, 'proposals')
      proposal.moveTo('submitted')
      await assertCeilings(proposal, trx)
      await assertJustified(proposal, trx)
      proposal.merge({
        submittedBy: by.id,
        submittedAt: DateTime.fromJSDate(clock.now()),
        documentHash: documentHash(proposal.picture()),
        version: proposal.version + 1,
      })
      await proposal.save()
      const { unitId, label } = proposal
      const total = Money.sum(proposal.lines.map(({ amount }) => amount)).toString()
      const after = { lines: proposal.lines.length, total }
      const subject = { unitId, subjectType: 'budget_proposal', subjectId: id, label }
      await Trail.record({ action: 'budget_proposal.submitted', ...subject, after }, { by, trx })
      return proposal
    })
  }

  /** @throws SelfApprovalError */
  accept(id: number, deciding: Deciding): Promise<BudgetProposal> {
    return decide(id, 'accepted', deciding)
  }

  /** Gives the proposal back with a reason; the unit goes on in its next issue. @throws SelfApprovalError */
  returnIt(id: number, deciding: Deciding & { reason: string }): Promise<BudgetProposal> {
    return decide(id, 'returned', deciding)
  }

  /** Changes a figure in the discussion, with its reason; what was asked stays beside it. */
  async discuss(
    lineId: number,
    { amount, reason }: { amount: Money; reason: string },
    { by, trx: outer }: Act
  ): Promise<BudgetProposalLine> {
    return within(outer, async (trx) => {
      const found = await BudgetProposalLine.findOrFail(lineId, { client: trx })
      const proposal = await held(found.proposalId, trx, 'discussion')
      const line = proposal.lines.find((one) => one.id === lineId)!
      const before = { amount: String(line.estimate), reason: line.discussedReason }
      line.useTransaction(trx)
      await line.merge({ discussed: amount, discussedReason: reason, discussedBy: by.id }).save()
      const { id, unitId, label } = proposal
      const after = { lineId, codeId: line.codeId, amount: String(amount) }
      const subject = { unitId, subjectType: 'budget_proposal', subjectId: id, label }
      await Trail.record(
        { action: 'budget_proposal.discussed', ...subject, before, after, reason },
        { by, trx }
      )
      return line
    })
  }
}

async function decide(
  id: number,
  to: 'accepted' | 'returned',
  { by, requestId, trx: outer, reason }: Deciding & { reason?: string }
): Promise<BudgetProposal> {
  return within(outer, async (trx) => {
    const proposal = await held(id, trx, 'proposals')
    if (by.id === proposal.madeBy || by.id === proposal.submittedBy) throw new SelfApprovalError()
    proposal.moveTo(to)
    proposal.merge({
      decidedBy: by.id,
      decidedAt: DateTime.fromJSDate(clock.now()),
      returnReason: reason ?? null,
      version: proposal.version + 1,
    })
    await proposal.save()
    const { unitId, label, submittedBy } = proposal
    const decision = {
      subject: { type: 'budget_proposal', id, unitId, label },
      step: `issue ${proposal.issue}`,
      madeBy: submittedBy!,
      by,
      documentHash: Buffer.from(proposal.documentHash!),
      requestId,
      trx,
    }
    if (reason === undefined) await new DecideApproval().approve(decision)
    else await new DecideApproval().refuse({ ...decision, reason })
    return proposal
  })
}

/** The proposal with its lines, held; its budget held first and at this stage. */
async function held(id: number, trx: Trx, stage: string): Promise<BudgetProposal> {
  const found = await BudgetProposal.findOrFail(id, { client: trx })
  const budget = await (await Budget.findOrFail(found.budgetId, { client: trx })).lock(trx)
  assertStage(budget, stage)
  const proposal = await found.lock(trx)
  await proposal.load('lines')
  return proposal
}

async function assertCeilings({ id, budgetId, unitId }: BudgetProposal, trx: Trx): Promise<void> {
  const [[over]] = await trx.rawQuery(
    `SELECT h.code, h.name_ar AS ar, h.name_en AS en, c.amount AS ceiling, SUM(l.amount) AS asked
     FROM budget_ceilings c JOIN budget_codes h ON h.id = c.chapter_id
     JOIN budget_codes k ON k.chapter_id = h.id OR k.id = h.id
     JOIN budget_proposal_lines l ON l.code_id = k.id AND l.proposal_id = ?
     WHERE c.budget_id = ? AND c.unit_id = ? GROUP BY h.code, h.name_ar, h.name_en, c.amount
     HAVING asked > ceiling ORDER BY h.code LIMIT 1`,
    [id, budgetId, unitId]
  )
  if (!over) return
  const amounts = { asked: Money.of(over.asked), ceiling: Money.of(over.ceiling) }
  throw new CeilingExceededError(over, amounts)
}

/** In a unit's first year here there is nothing to compare with. */
async function assertJustified(proposal: BudgetProposal, trx: Trx): Promise<void> {
  const { id, fiscalYear, unitId } = proposal
  const on = FiscalYear.of(fiscalYear).first
  const name = 'budget.proposal.justify_above_percent'
  const percent = String(await settingAt<string | number>(name, { on, unitId, trx }))
  const [[bare]] = await trx.rawQuery(
    `SELECT c.code, c.name_ar AS ar, c.name_en AS en FROM budget_proposal_lines l
     JOIN budget_codes c ON c.id = l.code_id AND c.axis = 'use'
     WHERE l.proposal_id = ? AND l.justification IS NULL AND l.amount > 0
       AND l.amount > l.previous * (1 + CAST(? AS DECIMAL(9,4)) / 100)
       AND EXISTS (SELECT 1 FROM budget_lines y WHERE y.unit_id = ? AND y.fiscal_year = ?)
     ORDER BY c.code LIMIT 1`,
    [id, percent, unitId, FiscalYear.of(fiscalYear).previous().label]
  )
  if (bare) throw new JustificationNeededError(bare, percent)
}
