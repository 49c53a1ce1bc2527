import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import {
  badgeColumn,
  codeFilter,
  entryColumn,
  moneyColumn,
  numberColumn,
  textColumn,
  typedFilter,
  unitColumn,
  unitFilter,
} from '#core/lists/parts'
import type { HoldingList } from '#accounts/holdings/lists/holding_list'
import { VIOLATIONS } from '#accounts/penalties/validators'

const TEXTS = 'accounts.penalties'

export const PENALTY_TONES = {
  recorded: 'warning',
  approved: 'info',
  executed: 'success',
  refused: 'neutral',
  cancelled: 'neutral',
} as const

const OPEN_APPEAL =
  'EXISTS (SELECT 1 FROM penalty_appeals a WHERE a.open_penalty_id = penalties.id)'

/** الغرامات والجزاءات (دفتر 39): on whom, for what, how much of it stands and how it was taken. */
export const penaltiesList: HoldingList = {
  name: 'penalties',
  title: `${TEXTS}.title`,
  permission: 'accounts.penalties.read',
  query: (user) =>
    visible(
      db.from('penalties').join('units', 'units.id', 'penalties.unit_id'),
      user,
      'accounts.penalties.read',
      'penalties.unit_id'
    ),
  key: 'penalties.id',
  columns: [
    numberColumn('penalties', TEXTS, '/accounts/penalties'),
    textColumn('person', `${TEXTS}.person`, 'penalties.person_name', { width: 26 }),
    badgeColumn('violation', `${TEXTS}.violation`, 'penalties.violation', {
      texts: `${TEXTS}.violations`,
    }),
    textColumn('contract', `${TEXTS}.contract_no`, 'penalties.contract_no', { width: 12 }),
    moneyColumn('assessed', `${TEXTS}.assessed`, 'penalties.assessed'),
    moneyColumn('amount', `${TEXTS}.amount`, 'penalties.amount'),
    moneyColumn('executed', `${TEXTS}.executed`, 'penalties.executed'),
    badgeColumn('via', `${TEXTS}.via`, 'penalties.executed_via', { texts: `${TEXTS}.vias` }),
    badgeColumn('state', `${TEXTS}.state`, 'penalties.status', {
      texts: `${TEXTS}.states`,
      tones: PENALTY_TONES,
    }),
    badgeColumn('appeal', `${TEXTS}.appeal`, `IF(${OPEN_APPEAL}, 'open', NULL)`, {
      texts: `${TEXTS}.appeal_states`,
      tones: { open: 'warning' },
    }),
    unitColumn,
    entryColumn(TEXTS, 'penalties.id'),
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    typedFilter(
      `${TEXTS}.search`,
      'penalties.person_name',
      'penalties.contract_no',
      'penalties.investigation_no'
    ),
    unitFilter('penalties.unit_id'),
    codeFilter('violation', `${TEXTS}.violation`, {
      column: 'penalties.violation',
      codes: VIOLATIONS,
      texts: `${TEXTS}.violations`,
    }),
    codeFilter('state', `${TEXTS}.state`, {
      column: 'penalties.status',
      codes: Object.keys(PENALTY_TONES),
      texts: `${TEXTS}.states`,
    }),
    {
      key: 'waits',
      label: `${TEXTS}.waits`,
      type: 'boolean',
      column: `(penalties.status = 'recorded' OR ${OPEN_APPEAL})`,
    },
  ],
  defaultSort: '-entry',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
