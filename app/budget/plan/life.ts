/** Colours of states on pages. */
export const BUDGET_TONES = {
  ceilings: 'neutral',
  proposals: 'info',
  discussion: 'info',
  approved: 'warning',
  provisional: 'warning',
  open: 'success',
  closing: 'warning',
  closed: 'neutral',
} as const

export const PROPOSAL_TONES = {
  draft: 'neutral',
  submitted: 'warning',
  accepted: 'success',
  returned: 'danger',
} as const
