import type { WaitingKind } from '#identity/waiting'

const numbered = (table: string) => `CONCAT(${table}.number, '/', ${table}.fiscal_year)`

/** Proposals, with what the issue before was given back for; they are decided while they are called for. */
const proposals = {
  ...{ kind: 'budget_proposal', path: '/budget/proposals/', id: 'm.id', unit: 'm.unit_id' },
  from: "budget_proposals AS m JOIN budgets AS y ON y.id = m.budget_id AND y.status = 'proposals'",
  number: "CONCAT(m.fiscal_year, ' (', m.issue, ')')",
  about: `(SELECT r.return_reason FROM budget_proposals AS r WHERE r.budget_id = m.budget_id
    AND r.unit_id = m.unit_id AND r.status = 'returned' ORDER BY r.issue DESC LIMIT 1)`,
  amount: '(SELECT SUM(l.amount) FROM budget_proposal_lines AS l WHERE l.proposal_id = m.id)',
}

/** What of the budget waits for somebody: commitments, virements, credit orders, proposals. */
export const budgetWaits: readonly WaitingKind[] = [
  {
    ...{ kind: 'commitment', step: 'finish', permission: 'budget.commitments.manage' },
    ...{ from: 'commitments AS m', where: "m.status = 'draft'", path: '/budget/commitments/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m'), about: 'm.purpose' },
    ...{ amount: 'm.amount', since: 'm.made_at', notBy: [] },
  },
  {
    ...{ kind: 'commitment', step: 'approve', permission: 'budget.commitments.approve' },
    ...{ from: 'commitments AS m', where: "m.status IN ('draft', 'reserved')" },
    ...{ path: '/budget/commitments/', id: 'm.id', unit: 'm.unit_id', number: numbered('m') },
    ...{ about: 'm.purpose', amount: 'm.amount', since: 'm.made_at', notBy: ['m.made_by'] },
  },
  {
    ...{ kind: 'virement', step: 'approve', permission: 'budget.virements.approve' },
    ...{ from: 'virements AS m', where: "m.status = 'proposed'", path: '/budget/virements/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m'), about: 'm.reason' },
    ...{ amount: 'm.amount', since: 'm.made_at', notBy: ['m.made_by'] },
  },
  {
    ...{ kind: 'credit_order', step: 'approve', permission: 'budget.plan.approve' },
    ...{ from: 'credit_orders AS m', where: "m.status = 'proposed'", path: '/budget/orders/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m'), about: 'm.reason' },
    ...{ amount: 'm.amount', since: 'm.made_at', notBy: ['m.made_by'] },
  },
  {
    ...{ ...proposals, step: 'finish', permission: 'budget.plan.manage' },
    ...{ where: "m.status = 'draft'", since: 'm.made_at', notBy: [] },
  },
  {
    ...{ ...proposals, step: 'correct', permission: 'budget.plan.manage', since: 'm.decided_at' },
    where: `m.status = 'returned' AND NOT EXISTS (SELECT 1 FROM budget_proposals AS n
      WHERE n.budget_id = m.budget_id AND n.unit_id = m.unit_id AND n.issue > m.issue)`,
    notBy: [],
  },
  {
    ...{ ...proposals, step: 'accept', permission: 'budget.plan.approve', since: 'm.submitted_at' },
    ...{ where: "m.status = 'submitted'", notBy: ['m.made_by', 'm.submitted_by'] },
  },
]
