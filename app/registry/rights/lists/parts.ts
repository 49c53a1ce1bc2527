import { inLanguage } from '#core/lists/in_language'
import type { ListColumn, Tone } from '#core/lists/definition'
import { KINDS } from '#registry/rights/kinds'
import { RIGHT_STATES } from '#registry/rights/life'

export const STATE_TONES: Record<string, Tone> = {
  draft: 'neutral',
  approved: 'info',
  active: 'success',
  expiring: 'warning',
  renewed: 'neutral',
  expired: 'warning',
  holdover: 'danger',
  vacated: 'neutral',
  suspended: 'warning',
  terminated: 'neutral',
}

/**
 * The state as people read it: imported rights that the daily job has not met yet show as expired once
 * their day has passed.
 */
export const STATE =
  "IF(rights.status IN ('active', 'expiring') AND COALESCE(rights.ended_on, rights.valid_to) <= CURRENT_DATE, 'expired', rights.status)"

/** First day on which a right no longer holds. */
export const ENDS = 'COALESCE(rights.ended_on, rights.valid_to)'

export const rightNo: ListColumn = {
  key: 'right_no',
  label: 'registry.rights.right_no',
  type: 'text',
  expression: 'rights.right_no',
  sortable: true,
  link: (row) => `/registry/rights/${row._key}`,
  width: 18,
}

export const kind: ListColumn = {
  key: 'kind',
  label: 'registry.rights.kind',
  type: 'badge',
  expression: 'rights.kind',
  texts: 'registry.rights.kinds',
  width: 10,
}

export const asset: ListColumn = {
  key: 'asset',
  label: 'registry.rights.asset',
  type: 'text',
  expression: "CONCAT(assets.site_no, ' — ', assets.name)",
  link: (row) => `/registry/assets/${row.asset_id}`,
  clip: true,
  width: 28,
}

export const party: ListColumn = {
  key: 'party',
  label: 'registry.rights.party',
  type: 'text',
  expression: 'parties.name',
  clip: true,
  width: 28,
}

export const unit: ListColumn = {
  key: 'unit',
  label: 'core.fields.unit',
  type: 'text',
  expression: 'units.name_ar',
  words: inLanguage('unit'),
  clip: true,
  width: 20,
}

export const kindOptions = ({ t }: { t: (key: string) => string }) =>
  KINDS.map((value) => ({ value, label: t(`registry.rights.kinds.${value}`) }))

export const stateOptions = ({ t }: { t: (key: string) => string }) =>
  RIGHT_STATES.map((value) => ({ value, label: t(`registry.rights.statuses.${value}`) }))
