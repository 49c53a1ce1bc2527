import { sentence } from '#core/domain_error'
import type { Transitions } from '#core/transitions'

/** How a round (حصر) lives. */
export const ROUND_LIFE = {
  draft: ['running', 'cancelled'],
  running: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
} satisfies Transitions

export const ROUND_STATE_NAMES = {
  draft: sentence('مسودة', 'draft'),
  running: sentence('جار', 'running'),
  closed: sentence('مقفل', 'closed'),
  cancelled: sentence('ملغى', 'cancelled'),
}

export const ROUND_KINDS = ['full', 'class', 'movables', 'sample', 'recheck'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/**
 * How one line of a round lives, from the frozen list to the register. `extra_found` is where a thing
 * enters that is in the field and not in the register; a returned line goes back to its team.
 */
export const LINE_LIFE = {
  listed: ['assigned'],
  assigned: ['assigned', 'listed', 'visited', 'submitted'],
  visited: ['visited', 'submitted', 'extra_found', 'assigned'],
  submitted: ['visited', 'verified', 'returned', 'disputed', 'not_found'],
  extra_found: ['visited', 'verified', 'returned', 'disputed'],
  returned: ['visited', 'submitted', 'extra_found', 'assigned'],
  disputed: ['verified', 'returned', 'not_found', 'posted'],
  verified: ['returned', 'posted'],
  not_found: ['returned', 'posted'],
  posted: [],
} satisfies Transitions

export type LineState = keyof typeof LINE_LIFE

export const LINE_STATE_NAMES = {
  listed: sentence('مدرج', 'listed'),
  assigned: sentence('مسند', 'assigned'),
  visited: sentence('زُور', 'visited'),
  submitted: sentence('مرسل', 'submitted'),
  extra_found: sentence('زائد عن السجل', 'not in the register'),
  returned: sentence('معاد للفريق', 'returned'),
  verified: sentence('معتمد', 'verified'),
  disputed: sentence('متنازع عليه', 'disputed'),
  not_found: sentence('غير موجود', 'not found'),
  posted: sentence('مرحّل للسجل', 'posted'),
}

/** States in which the committee has decided and the register has not heard it yet. */
export const DECIDED: readonly LineState[] = ['verified', 'disputed', 'not_found']

/** States in which a team may record what it finds. */
export const OPEN_TO_TEAMS: readonly LineState[] = ['assigned', 'visited', 'returned']

/** What a visit finds. */
export const RESULTS = ['found', 'different', 'not_found', 'extra'] as const
export type Result = (typeof RESULTS)[number]

export const MEMBER_ROLES = ['chair', 'member', 'secretary'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]
