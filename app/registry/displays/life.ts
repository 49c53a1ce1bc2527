import { sentence } from '#core/domain_error'
import type { Transitions } from '#core/transitions'

/** What may be displayed (موضوع العرض): the results of a round, or the requests of legalisation. */
export const DISPLAY_KINDS = ['legalisation', 'round'] as const
export type DisplayKind = (typeof DISPLAY_KINDS)[number]

/** How a displayed list lives (كشف العرض). */
export const DISPLAY_LIFE = {
  draft: ['displayed', 'withdrawn'],
  displayed: ['approved', 'withdrawn'],
  approved: [],
  withdrawn: [],
} satisfies Transitions
export type DisplayState = keyof typeof DISPLAY_LIFE

export const DISPLAY_STATE_NAMES = {
  draft: sentence('مسودة', 'draft'),
  displayed: sentence('معروض', 'displayed'),
  approved: sentence('معتمد', 'approved'),
  withdrawn: sentence('مرفوع', 'taken down'),
}

export const DISPLAY_TONES = {
  draft: 'neutral',
  displayed: 'info',
  approved: 'success',
  withdrawn: 'neutral',
} as const
