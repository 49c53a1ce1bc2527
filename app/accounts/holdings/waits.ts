import type { WaitingKind } from '#identity/waiting'
import { OF_AUTHORITY } from '#accounts/models/guarantee_act'

const numbered = (table: string) => `CONCAT(${table}.number, '/', ${table}.fiscal_year)`

const CLAIMS = OF_AUTHORITY.map((kind) => `'${kind}'`).join(', ')

/** A step of a guarantee, decided by who may decide on its kind. */
const guaranteeActs = (permission: WaitingKind['permission'], kinds: string): WaitingKind => ({
  ...{ kind: 'guarantee', step: 'approve', permission, path: '/accounts/guarantees/' },
  from: 'guarantee_acts AS m JOIN guarantees AS g ON g.id = m.guarantee_id',
  where: `m.status = 'proposed' AND m.kind ${kinds} (${CLAIMS})`,
  ...{ id: 'g.id', unit: 'm.unit_id', number: numbered('g'), about: 'm.reason' },
  ...{ amount: 'm.amount', since: 'm.made_at', notBy: ['m.made_by'] },
})

/**
 * What of advances, guarantees and penalties waits for somebody: requests, parts accounted for, steps of
 * guarantees, fines and appeals against them; approved advances for their form 50.
 */
export const holdingWaits: readonly WaitingKind[] = [
  {
    ...{ kind: 'advance', step: 'approve', permission: 'accounts.advances.approve' },
    ...{ from: 'advances AS m', where: "m.status = 'requested'", path: '/accounts/advances/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m'), about: 'm.purpose' },
    ...{ amount: 'm.amount', since: 'm.made_at', notBy: ['m.made_by', 'm.holder_user_id'] },
  },
  {
    ...{ kind: 'advance', step: 'form_50', permission: 'accounts.payments.manage', notBy: [] },
    from: 'advances AS m LEFT JOIN payment_vouchers AS v ON v.paying_advance_id = m.id',
    where: "m.status = 'approved' AND v.id IS NULL",
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m'), about: 'm.purpose' },
    ...{ amount: 'm.amount', since: 'TIMESTAMP(m.approved_on)', path: '/accounts/advances/' },
  },
  {
    ...{ kind: 'advance_settlement', step: 'approve', permission: 'accounts.advances.approve' },
    from: 'advance_settlements AS m JOIN advances AS a ON a.id = m.advance_id',
    where: "m.status = 'submitted'",
    // Each part stands on the page of its advance.
    ...{ id: "CONCAT(a.id, '#part-', m.id)", unit: 'm.unit_id', number: numbered('a') },
    ...{ about: "CONCAT(a.holder_name, ': ', a.purpose)", amount: 'm.amount' },
    ...{ since: 'm.made_at', notBy: ['m.made_by'], path: '/accounts/advances/' },
  },
  guaranteeActs('accounts.guarantees.approve', 'NOT IN'),
  guaranteeActs('accounts.guarantees.forfeit', 'IN'),
  {
    ...{ kind: 'penalty', step: 'approve', permission: 'accounts.penalties.approve' },
    ...{ from: 'penalties AS m', where: "m.status = 'recorded'", path: '/accounts/penalties/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: numbered('m') },
    ...{ about: "CONCAT(m.person_name, ': ', m.reason)", amount: 'm.amount', since: 'm.made_at' },
    notBy: ['m.made_by', 'm.user_id'],
  },
  {
    ...{ kind: 'penalty_appeal', step: 'decide', permission: 'accounts.penalties.approve' },
    from: 'penalty_appeals AS m JOIN penalties AS p ON p.id = m.penalty_id',
    ...{ where: 'm.outcome IS NULL', path: '/accounts/penalties/' },
    ...{ id: 'p.id', unit: 'm.unit_id', number: numbered('p') },
    ...{ about: "CONCAT(p.person_name, ': ', m.venue)", amount: 'p.amount', since: 'm.made_at' },
    notBy: ['m.made_by', 'p.made_by'],
  },
]
