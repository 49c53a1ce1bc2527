import type { WaitingKind } from '#identity/waiting'
import { ASSETS } from '#registry/register/lists/transactions_list'
import { visibleTransactions } from '#registry/register/queries/visible_transactions'

/** What of the register waits for somebody: changes that others proposed. Lines of rounds have their own page. */
export const registryWaits: readonly WaitingKind[] = [
  {
    ...{ kind: 'register_change', step: 'approve', permission: 'registry.assets.approve' },
    ...{ from: 'register_transactions', where: "register_transactions.status = 'proposed'" },
    ...{ id: 'register_transactions.id', unit: 'register_transactions.unit_id' },
    number: "CONCAT(register_transactions.number, '/', register_transactions.fiscal_year)",
    ...{ about: ASSETS, amount: 'NULL', since: 'register_transactions.made_at' },
    ...{ notBy: ['register_transactions.made_by'], path: '/registry/transactions/' },
    narrow: visibleTransactions,
  },
]
