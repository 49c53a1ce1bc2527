import type { Tone } from '#core/lists/definition'

export const BATCH_TONES: Record<string, Tone> = {
  made: 'neutral',
  signed_first: 'warning',
  signed: 'success',
  cancelled: 'neutral',
}

export const RECONCILIATION_TONES: Record<string, Tone> = {
  draft: 'neutral',
  signed: 'warning',
  closed: 'success',
}

export const DEBIT_TONES: Record<string, Tone> = {
  unknown: 'warning',
  matched: 'success',
  explained: 'info',
}

export const ANSWER_TONES: Record<string, Tone> = { executed: 'success', rejected: 'danger' }

export const LEAF_TONES: Record<string, Tone> = {
  used: 'success',
  void: 'danger',
  missing: 'danger',
}
