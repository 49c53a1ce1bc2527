import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import {
  badgeColumn,
  codeFilter,
  dayColumn,
  entryColumn,
  moneyColumn,
  textColumn,
  typedFilter,
  unitColumn,
  unitFilter,
} from '#core/lists/parts'
import type { HoldingList } from '#accounts/holdings/lists/holding_list'
import { SURETY_JOBS } from '#accounts/sureties/validators'

const TEXTS = 'accounts.sureties'

export const SURETY_TONES = {
  coming: 'info',
  valid: 'success',
  ending: 'warning',
  ended: 'danger',
  renewed: 'neutral',
  released: 'neutral',
} as const

/** Days before its end from which a surety is named as ending, in lists. */
const SOON = 30

/** Where a surety stands today; one that ended is renewed when another took over from it. */
export const SURETY_STATE = `CASE
  WHEN sureties.valid_from > CURRENT_DATE THEN 'coming'
  WHEN EXISTS (SELECT 1 FROM sureties n WHERE n.unit_id = sureties.unit_id AND n.job = sureties.job
    AND n.holder_no = sureties.holder_no AND n.valid_from >= sureties.valid_to) THEN 'renewed'
  WHEN sureties.released_on IS NOT NULL THEN 'released'
  WHEN sureties.valid_to <= CURRENT_DATE THEN 'ended'
  WHEN sureties.valid_to <= CURRENT_DATE + INTERVAL ${SOON} DAY THEN 'ending'
  ELSE 'valid' END`

/** ضمانات أرباب العهد: who is secured, by whom, for how much and until when. */
export const suretiesList: HoldingList = {
  name: 'sureties',
  title: `${TEXTS}.title`,
  permission: 'accounts.safes.read',
  query: (user) =>
    visible(
      db.from('sureties').join('units', 'units.id', 'sureties.unit_id'),
      user,
      'accounts.safes.read',
      'sureties.unit_id'
    ),
  key: 'sureties.id',
  columns: [
    textColumn('holder', `${TEXTS}.holder`, 'sureties.holder_name', {
      link: (row) => `/accounts/sureties/${row._key}`,
      width: 24,
    }),
    textColumn('holder_no', `${TEXTS}.holder_no`, 'sureties.holder_no', { width: 12 }),
    badgeColumn('job', `${TEXTS}.job`, 'sureties.job', { texts: `${TEXTS}.jobs` }),
    textColumn('guarantor', `${TEXTS}.guarantor`, 'sureties.guarantor_name', { width: 26 }),
    textColumn('policy', `${TEXTS}.policy_no`, 'sureties.policy_no', { width: 14 }),
    moneyColumn('amount', `${TEXTS}.amount`, 'sureties.amount'),
    dayColumn('from', `${TEXTS}.valid_from`, 'sureties.valid_from'),
    dayColumn('until', `${TEXTS}.valid_until`, 'sureties.valid_to - INTERVAL 1 DAY'),
    badgeColumn('state', `${TEXTS}.state`, SURETY_STATE, {
      texts: `${TEXTS}.states`,
      tones: SURETY_TONES,
    }),
    unitColumn,
    entryColumn(TEXTS, 'sureties.id'),
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    typedFilter(
      `${TEXTS}.search`,
      'sureties.holder_name',
      'sureties.holder_no',
      'sureties.policy_no'
    ),
    unitFilter('sureties.unit_id'),
    codeFilter('job', `${TEXTS}.job`, {
      column: 'sureties.job',
      codes: SURETY_JOBS,
      texts: `${TEXTS}.jobs`,
    }),
    codeFilter('state', `${TEXTS}.state`, {
      column: `(${SURETY_STATE})`,
      codes: Object.keys(SURETY_TONES),
      texts: `${TEXTS}.states`,
    }),
  ],
  defaultSort: '-entry',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
