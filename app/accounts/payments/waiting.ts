import type { Permission } from '#identity/permissions'
import type { WaitingKind } from '#identity/waiting'

/** Steps of a form 50: by whose permission, in which states, and who may not take them. */
const STEPS: readonly [string, Permission, readonly string[], readonly string[]][] = [
  ['finish', 'accounts.payments.manage', ['draft'], []],
  ['correct', 'accounts.payments.manage', ['returned'], []],
  ['review', 'accounts.payments.approve', ['submitted'], ['v.made_by']],
  ['register', 'accounts.payments.manage', ['reviewed'], []],
  ['clear', 'accounts.payments.approve', ['registered'], ['v.made_by']],
  ['post', 'accounts.payments.manage', ['cleared'], []],
  ['order', 'accounts.payments.manage', ['posted'], []],
  ['reorder', 'accounts.payments.manage', ['rejected'], []],
  [
    'sign',
    'accounts.payments.sign',
    ['ordered', 'signed_first'],
    ['v.made_by', 'o.made_by', 'o.first_signed_by'],
  ],
  ['bank', 'accounts.payments.manage', ['signed'], []],
  ['archive', 'accounts.payments.manage', ['executed'], []],
]

/** What of payments waits for somebody, step by step; nobody is asked to check or sign his own. */
export const paymentWaits: readonly WaitingKind[] = STEPS.map(
  ([step, permission, states, notBy]) => ({
    ...{ kind: 'payment', step, permission, notBy, path: '/accounts/payments/' },
    from: 'payment_vouchers AS v LEFT JOIN payment_orders AS o ON o.live_voucher_id = v.id',
    where: `v.status IN (${states.map((state) => `'${state}'`).join(', ')})`,
    ...{ id: 'v.id', unit: 'v.unit_id', number: "CONCAT(v.number, '/', v.fiscal_year)" },
    ...{ about: "CONCAT(v.payee_name, ': ', v.purpose)", amount: 'v.net', since: 'v.status_since' },
  })
)
