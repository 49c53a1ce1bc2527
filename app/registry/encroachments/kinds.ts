/** Where a case comes from (مصدر الرصد); a relapse is no source: it opens the same case again. */
export const CASE_SOURCES = [
  'inspection',
  'complaint',
  'change_detection',
  'occupancy',
  'round',
  'portal',
] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

/** What was done to the land (نوع التعدي). */
export const CASE_KINDS = [
  'building',
  'added_floor',
  'fence',
  'cultivation',
  'excavation',
  'fill',
  'occupation',
  'other',
] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** By which tariff its use is charged. */
export const GROUNDS = ['agricultural', 'built', 'vacant'] as const
export type Ground = (typeof GROUNDS)[number]

/** The ground that a kind of encroachment usually lies on, where nobody says it. */
export const GROUND_OF: Readonly<Record<CaseKind, Ground>> = {
  building: 'built',
  added_floor: 'built',
  fence: 'vacant',
  cultivation: 'agricultural',
  excavation: 'vacant',
  fill: 'vacant',
  occupation: 'vacant',
  other: 'vacant',
}

/** How a notice may be served (طريقة الإعلان). */
export const NOTICE_WAYS = ['in_person', 'registered_mail', 'posted', 'police'] as const
export type NoticeWay = (typeof NOTICE_WAYS)[number]
