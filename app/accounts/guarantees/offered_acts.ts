import { daysBetween, today } from '#core/days'
import type Guarantee from '#accounts/models/guarantee'
import type { ActKind } from '#accounts/models/guarantee_act'

/** Which acts the page offers in which state; what each needs is judged when it is approved. */
const OFFERED: Readonly<Record<string, readonly ActKind[]>> = {
  draft: ['accept'],
  received: ['clear', 'bounce'],
  held: ['release', 'extend', 'call', 'forfeit', 'penalise'],
  called: ['extend', 'withdraw', 'forfeit', 'penalise'],
}
/** What only a bank's letter has. */
const OF_LETTERS: readonly ActKind[] = ['extend', 'call', 'withdraw']

/** The acts that can be proposed of a guarantee as it stands. */
export function actsOffered({ status, form }: Guarantee): ActKind[] {
  const offered = OFFERED[status] ?? []
  return offered.filter((kind) => form === 'letter' || !OF_LETTERS.includes(kind))
}

/** Days in which a standing letter can still be claimed; below zero when it expired meanwhile. */
export function daysLeft({ status, expiresOn }: Guarantee): number | null {
  return expiresOn && ['held', 'called'].includes(status) ? daysBetween(today(), expiresOn) : null
}
