import type { WaitingKind } from '#identity/waiting'
import { bookWaits } from '#accounts/books/waiting'
import { paymentWaits } from '#accounts/payments/waiting'

const numbered = (table: string) => `CONCAT(${table}.number, '/', ${table}.fiscal_year)`

/** What of the accounts waits for somebody: payments, journals, accounts of beneficiaries, holdings, books. */
export const accountsWaits: readonly WaitingKind[] = [
  ...paymentWaits,
  {
    ...{ kind: 'journal', step: 'approve', permission: 'accounts.ledger.approve' },
    ...{ from: 'journals AS m', where: "m.status = 'draft'", path: '/accounts/journals/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m'), about: 'm.reason' },
    ...{ amount: 'NULL', since: 'm.made_at', notBy: ['m.made_by'] },
  },
  {
    ...{
      kind: 'beneficiary_account',
      step: 'approve',
      permission: 'accounts.beneficiaries.approve',
    },
    from: 'beneficiary_accounts AS m JOIN beneficiaries AS b ON b.id = m.beneficiary_id',
    ...{ where: "m.status = 'proposed'", path: '/accounts/beneficiary-accounts/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: 'b.beneficiary_no', about: 'b.name' },
    ...{ amount: 'NULL', since: 'm.made_at', notBy: ['m.made_by'] },
  },
  {
    ...{ kind: 'advance', step: 'approve', permission: 'accounts.advances.approve' },
    ...{ from: 'advances AS m', where: "m.status = 'requested'", path: '/accounts/advances/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m'), about: 'm.purpose' },
    ...{ amount: 'm.amount', since: 'm.made_at', notBy: ['m.made_by', 'm.holder_user_id'] },
  },
  {
    ...{ kind: 'guarantee', step: 'approve', permission: 'accounts.guarantees.approve' },
    from: 'guarantee_acts AS m JOIN guarantees AS g ON g.id = m.guarantee_id',
    ...{ where: "m.status = 'proposed'", path: '/accounts/guarantees/' },
    ...{ id: 'g.id', unit: 'm.unit_id', number: numbered('g'), about: 'm.reason' },
    ...{ amount: 'm.amount', since: 'm.made_at', notBy: ['m.made_by'] },
  },
  ...bookWaits,
]
