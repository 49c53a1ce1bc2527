import { sentence } from '#core/domain_error'
import type { StateNames, Transitions } from '#core/transitions'

/** The way of a disposal or allocation, from the proposal to the closed title. */
export const DISPOSAL_LIFE = {
  proposed: ['domain_checked', 'refused', 'withdrawn'],
  domain_checked: ['valued', 'refused', 'withdrawn'],
  valued: ['approved', 'refused', 'withdrawn'],
  approved: ['offered', 'withdrawn'],
  offered: ['award_proposed', 'withdrawn'],
  award_proposed: ['awarded', 'offered'],
  awarded: ['instalments', 'titled'],
  instalments: ['titled'],
  titled: ['closed'],
  closed: [],
  refused: [],
  withdrawn: [],
} as const satisfies Transitions

export type DisposalState = keyof typeof DISPOSAL_LIFE

export const DISPOSAL_STATES = Object.keys(DISPOSAL_LIFE) as DisposalState[]

export const DISPOSAL_STATE_NAMES: StateNames = {
  proposed: sentence('مقترح', 'proposed'),
  domain_checked: sentence('فحصت صفته', 'domain checked'),
  valued: sentence('مقيّم', 'valued'),
  approved: sentence('معتمد', 'approved'),
  offered: sentence('مطروح', 'offered'),
  award_proposed: sentence('ترسية مقترحة', 'award proposed'),
  awarded: sentence('رسا', 'awarded'),
  instalments: sentence('تحت السداد', 'being paid'),
  titled: sentence('صدر سنده', 'titled'),
  closed: sentence('مقفل', 'closed'),
  refused: sentence('مرفوض', 'refused'),
  withdrawn: sentence('مسحوب', 'withdrawn'),
}
