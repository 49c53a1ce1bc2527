import type { WaitingKind } from '#identity/waiting'

const numbered = (table: string) => `CONCAT(${table}.number, '/', ${table}.fiscal_year)`

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
]
