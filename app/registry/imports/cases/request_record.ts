import type { Landing } from '#core/imports/landing'
import type { Stage } from '#core/imports/stage'

const SAYS = 's.portal_state IS NOT NULL AND NOT (t.portal_state <=> s.portal_state)'

/** What a known request may tell anew: its state at the portal, and its fees once. */
export const REQUEST_DETAILS = [
  'portal_state',
  'portal_state_on',
  'portal_state_before',
  'fees_paid_on',
  'fees_receipt_no',
] as const

/** How a request is compared with the recorded file of its number; `status`, `case_id` are ours. */
export const REQUEST = ({ scope }: Stage): Landing => ({
  table: 'legalisation_files',
  key: { portal_no: 's.portal_no' },
  facts: {
    filed_on: 's.filed_on',
    folded_applicant: 's.folded_applicant',
    ground: 's.ground',
    area_m2: 's.asked_m2',
  },
  details: {
    portal_state: 's.portal_state',
    portal_state_on: `IF(${SAYS}, COALESCE(s.state_on, CURRENT_DATE), NULL)`,
    portal_state_before: `IF(${SAYS}, t.portal_state, NULL)`,
    fees_paid_on: 'IF(t.fees_paid_on IS NULL, s.fee_paid_on, NULL)',
    fees_receipt_no:
      'IF(t.fees_paid_on IS NULL AND s.fee_paid_on IS NOT NULL, COALESCE(s.fee_receipt_no, s.portal_no), NULL)',
  },
  names: { folded_applicant: 'applicant', area_m2: 'area_m2' },
  refuse: {
    when: `t.unit_id NOT IN (${[...scope.ids.values()].join(', ')})`,
    code: 'portal_no_elsewhere',
    field: 'portal_no',
  },
})
