/** Every kind of right (نوع الحق), by the names of `registry.rights.kinds`. */
export const KINDS = [
  'licence',
  'lease',
  'usufruct',
  'instalment_sale',
  'allocation',
  'exchange',
  'easement',
  'mortgage',
] as const

export type RightKind = (typeof KINDS)[number]

/** How often a right is paid for. */
export const BILLINGS = ['monthly', 'quarterly', 'annual', 'once'] as const

export type Billing = (typeof BILLINGS)[number]

/** Months of one billing period; null for what is paid once. */
export const BILLING_MONTHS: Readonly<Record<Billing, number | null>> = {
  monthly: 1,
  quarterly: 3,
  annual: 12,
  once: null,
}

/** A right without an end in sight ends on this day. */
export const FOREVER = '9999-12-31'

/** Whether its holder takes the place for himself; an easement or a mortgage leaves it to others. */
export function takesSlot(kind: string): boolean {
  return kind !== 'easement' && kind !== 'mortgage'
}
