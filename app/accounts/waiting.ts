import type { WaitingKind } from '#identity/waiting'
import { bookWaits } from '#accounts/books/waiting'
import { holdingWaits } from '#accounts/holdings/waits'
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
  ...holdingWaits,
  ...bookWaits,
]
