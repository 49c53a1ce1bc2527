import { sentence } from '#core/domain_error'
import type { StateNames, Transitions } from '#core/transitions'

/**
 * The life of a right (دورة حياة الحق): the one table that buttons, actions, the daily job and tests
 * read. `renewed`, `vacated` are ends; who stays after the end is in holdover until he leaves or his
 * right is renewed.
 */
export const RIGHT_LIFE = {
  draft: ['approved', 'terminated'],
  approved: ['active', 'terminated'],
  active: ['expiring', 'expired', 'renewed', 'suspended', 'terminated'],
  expiring: ['expired', 'renewed', 'suspended', 'terminated'],
  suspended: ['active', 'expired', 'terminated'],
  expired: ['renewed', 'holdover', 'vacated'],
  holdover: ['renewed', 'vacated'],
  terminated: ['holdover', 'vacated'],
  renewed: [],
  vacated: [],
} as const satisfies Transitions

export type RightState = keyof typeof RIGHT_LIFE

export const RIGHT_STATES = Object.keys(RIGHT_LIFE) as RightState[]

export const RIGHT_STATE_NAMES: StateNames = {
  draft: sentence('مسودة', 'draft'),
  approved: sentence('معتمد', 'approved'),
  active: sentence('سار', 'active'),
  expiring: sentence('قارب الانتهاء', 'expiring'),
  suspended: sentence('موقوف', 'suspended'),
  expired: sentence('منته', 'expired'),
  holdover: sentence('منته ومشغول', 'in holdover'),
  terminated: sentence('مفسوخ', 'terminated'),
  renewed: sentence('مجدد', 'renewed'),
  vacated: sentence('أخلي', 'vacated'),
}
