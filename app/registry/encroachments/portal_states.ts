import type { CaseState } from '#registry/encroachments/life'

/**
 * What the national portal says of a request (حالة الطلب بالمنصة), and the states of our own case that
 * say the same. The portal decides nothing here: where the two differ, people look.
 */
export const PORTAL_STATES = {
  filed: ['filed'],
  paid: ['fees_paid'],
  inspected: ['file_inspected'],
  valued: ['valued'],
  accepted: ['accepted'],
  rejected: ['rejected', 'unlawful', 'minuted', 'manifest', 'arguable'],
  grieved: ['grieved'],
  contracted: ['contracted'],
  settled: ['settled'],
  withdrawn: ['unlawful', 'minuted', 'manifest', 'arguable'],
} as const satisfies Record<string, readonly CaseState[]>

type PortalState = keyof typeof PORTAL_STATES
export const PORTAL_STATE_CODES = Object.keys(PORTAL_STATES) as PortalState[]

/** Whether the portal says something else than our case. */
export function portalDiffers(said: string | null, ours: CaseState): boolean {
  if (said === null) return false
  return !(PORTAL_STATES[said as PortalState] as readonly CaseState[]).includes(ours)
}

/** SQL that is true where the portal (`f`) says something else than the case (`c`). */
export const PORTAL_DIFFERS = `(f.portal_state IS NOT NULL AND c.id IS NOT NULL AND NOT (${PORTAL_STATE_CODES.map(
  (code) =>
    `(f.portal_state = '${code}' AND c.status IN (${PORTAL_STATES[code].map((one) => `'${one}'`).join(', ')}))`
).join(' OR ')}))`
