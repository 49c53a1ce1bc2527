import type { Sentence } from '#core/domain_error'
import { sentence } from '#core/domain_error'

export type RightKind =
  | 'licence'
  | 'lease'
  | 'usufruct'
  | 'instalment_sale'
  | 'allocation'
  | 'exchange'
  | 'easement'
  | 'mortgage'

export type Billing = 'monthly' | 'quarterly' | 'annual' | 'once'

export interface KindRules {
  name: Sentence
  /** Whether its holder takes the slot for himself; an easement or a mortgage leaves it to others. */
  takesSlot: boolean
  /** Whether it passes the asset out of the hands of the state (instalments, allocation, exchange). */
  alienates: boolean
}

/** Every kind of right (نوع الحق) and what follows from it. */
export const RIGHT_KINDS: Readonly<Record<RightKind, KindRules>> = {
  licence: kind('ترخيص', 'Licence', true, false),
  lease: kind('عقد إيجار', 'Lease', true, false),
  usufruct: kind('حق انتفاع', 'Usufruct', true, false),
  instalment_sale: kind('بيع بالتقسيط', 'Sale by instalments', true, true),
  allocation: kind('تخصيص', 'Allocation', true, true),
  exchange: kind('مبادلة', 'Exchange', true, true),
  easement: kind('حق ارتفاق', 'Easement', false, false),
  mortgage: kind('رهن', 'Mortgage', false, true),
}

export const KINDS = Object.keys(RIGHT_KINDS) as RightKind[]
export const BILLINGS = ['monthly', 'quarterly', 'annual', 'once'] as const

/** Months of one billing period; null for what is paid once. */
export const BILLING_MONTHS: Readonly<Record<Billing, number | null>> = {
  monthly: 1,
  quarterly: 3,
  annual: 12,
  once: null,
}

/** A right without an end in sight ends on this day. */
export const FOREVER = '9999-12-31'

export function takesSlot(kindOf: string): boolean {
  return RIGHT_KINDS[kindOf as RightKind].takesSlot
}

function kind(ar: string, en: string, slot: boolean, alienates: boolean): KindRules {
  return { name: sentence(ar, en), takesSlot: slot, alienates }
}
