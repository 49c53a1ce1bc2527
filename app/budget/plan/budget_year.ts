import { FiscalYear } from '#core/fiscal'
import { today, type Day } from '#core/days'
import type { Money } from '#core/money'
import { within } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { Trail } from '#audit/trail'
import Budget from '#budget/models/budget'
import { assertStage, budgetStep, type Act } from '#budget/plan/budget_step'
import { CodeNotUsableError, ProposalsNotReadyError } from '#budget/plan/errors'
import { assertUnitOf, estimatesOf } from '#budget/plan/estimates'

/** The stages of a budget before its law: ceilings, proposals, discussion, approved estimates. */
export const budgetYear = {
  /** Begins the budget of a governorate for a year; asked again, the one there is. */
  async start(
    { unitId, fiscalYear }: { unitId: number; fiscalYear: string },
    { by, trx: outer }: Act
  ): Promise<Budget> {
    const year = FiscalYear.of(fiscalYear).label
    return within(outer, async (trx) => {
      const [made] = await trx.rawQuery(
        'INSERT IGNORE INTO budgets (unit_id, fiscal_year, made_by) VALUES (?, ?, ?)',
        [unitId, year, by.id]
      )
      const key = { unitId, fiscalYear: year }
      const budget = await Budget.query({ client: trx }).where(key).firstOrFail()
      if (made.affectedRows === 1) {
        const subject = { unitId, subjectType: 'budget', subjectId: budget.id, label: year }
        await Trail.record({ action: 'budget.started', ...subject }, { by, trx })
      }
      return budget
    })
  },

  /** Sets what a unit may ask of a bab; set again, the later letter holds. */
  async setCeiling(
    budgetId: number,
    ceiling: { unitId: number; chapterId: number; amount: Money; legalReference: string },
    act: Act
  ): Promise<Budget> {
    const { unitId, chapterId, amount, legalReference } = ceiling
    return budgetStep(budgetId, { ...act, action: 'ceiling_set' }, async (budget, trx) => {
      assertStage(budget, 'ceilings', 'proposals', 'discussion')
      await assertUnitOf(budget, unitId, trx)
      const [[chapter]] = await trx.rawQuery(
        "SELECT code FROM budget_codes WHERE id = ? AND axis = 'use' AND level = 1",
        [chapterId]
      )
      if (!chapter) throw new CodeNotUsableError('use', chapterId, budget.fiscalYear)
      await trx.rawQuery(
        `INSERT INTO budget_ceilings (budget_id, unit_id, chapter_id, amount, legal_reference, made_by)
         VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE amount = VALUES(amount),
           legal_reference = VALUES(legal_reference), made_by = VALUES(made_by), made_at = NOW(3)`,
        [budgetId, unitId, chapterId, amount.toString(), legalReference, act.by.id]
      )
      return { unitId, chapter: chapter.code, amount: amount.toString(), legalReference }
    })
  },

  /** Asks the units for their proposals. */
  callForProposals(budgetId: number, act: Act): Promise<Budget> {
    return budgetStep(budgetId, { ...act, action: 'called_for_proposals' }, async (budget) =>
      budget.moveTo('proposals')
    )
  },

  /** Begins the discussion, once every unit's proposal has been decided. @throws ProposalsNotReadyError */
  discuss(budgetId: number, act: Act): Promise<Budget> {
    return budgetStep(budgetId, { ...act, action: 'discussed' }, async (budget, trx) => {
      budget.moveTo('discussion')
      const [[counts]] = await trx.rawQuery(
        `SELECT COALESCE(SUM(status IN ('draft', 'submitted')), 0) AS waiting,
           COALESCE(SUM(status = 'accepted'), 0) AS accepted FROM budget_proposals WHERE budget_id = ?`,
        [budgetId]
      )
      const [waiting, accepted] = [Number(counts.waiting), Number(counts.accepted)]
      if (waiting > 0 || accepted === 0) throw new ProposalsNotReadyError({ waiting, accepted })
    })
  },

  /** Gives the budget back to the units, out of the discussion. */
  reconsider(budgetId: number, { reason, ...act }: Act & { reason: string }): Promise<Budget> {
    return budgetStep(budgetId, { ...act, reason, action: 'reconsidered' }, async (budget) =>
      budget.moveTo('proposals')
    )
  },

  /**
   * Approves the estimates as the discussion left them: by somebody who neither began the budget nor
   * changed a figure. @throws SelfApprovalError
   */
  approve(
    budgetId: number,
    { by, on = today(), requestId, ...act }: Omit<Act, 'by'> & Approving
  ): Promise<Budget> {
    const step = { ...act, by: by.asActor(requestId) as Act['by'], action: 'estimates_approved' }
    return budgetStep(budgetId, step, async (budget, trx) => {
      budget.moveTo('approved')
      const estimates = await estimatesOf(budgetId, trx)
      if (budget.madeBy === by.id || estimates.some(({ discussedBy }) => discussedBy === by.id)) {
        throw new SelfApprovalError()
      }
      const hash = documentHash(estimates)
      budget.merge({ approvedBy: by.id, approvedOn: on, documentHash: hash })
      const subject = {
        type: 'budget',
        id: budgetId,
        unitId: budget.unitId,
        label: budget.fiscalYear,
      }
      const madeBy = budget.madeBy ?? 0
      const decision = {
        subject,
        step: 'estimates',
        madeBy,
        by,
        documentHash: hash,
        requestId,
        trx,
      }
      if (budget.madeBy !== null) await new DecideApproval().approve(decision)
      return { lines: estimates.length, documentHash: hash.toString('hex') }
    })
  },
}

interface Approving {
  by: User
  on?: Day
  requestId?: string
}
