import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'
import { DIARY_KINDS, type DiaryKind } from '#accounts/holdings/due_days'
import {
  badgeColumn,
  codeFilter,
  dayColumn,
  moneyColumn,
  textColumn,
  typedFilter,
  unitColumn,
  unitFilter,
} from '#core/lists/parts'
import type { HoldingList } from '#accounts/holdings/lists/holding_list'

const TEXTS = 'accounts.holdings.diary'

const PATHS: Readonly<Record<string, string>> = {
  guarantee: '/accounts/guarantees',
  advance: '/accounts/advances',
  surety: '/accounts/sureties',
}

/** What a reader must hold to see notices of a kind. */
const READS: Readonly<Record<DiaryKind, Permission>> = {
  guarantee: 'accounts.guarantees.read',
  advance: 'accounts.advances.read',
  surety: 'accounts.safes.read',
}

const of = (guarantee: string, advance: string, surety: string) =>
  `CASE n.kind WHEN 'guarantee' THEN ${guarantee} WHEN 'advance' THEN ${advance} ELSE ${surety} END`

const SUBJECT = of(
  "CONCAT(g.number, '/', g.fiscal_year, ' – ', g.reference_no)",
  "CONCAT(a.number, '/', a.fiscal_year)",
  's.policy_no'
)

/** مفكرة الانتهاء: standing notices of letters, advances and sureties, the nearest day first. */
export const diaryList: HoldingList = {
  name: 'holding-diary',
  title: `${TEXTS}.title`,
  permission: 'accounts.guarantees.read',
  query: (user, { request }) =>
    db
      .from('holding_notices as n')
      .join('units', 'units.id', 'n.unit_id')
      .leftJoin('guarantees as g', 'g.id', 'n.guarantee_id')
      .leftJoin('advances as a', 'a.id', 'n.advance_id')
      .leftJoin('sureties as s', 's.id', 'n.surety_id')
      .where((own) => {
        for (const kind of DIARY_KINDS) {
          void own.orWhere((query) =>
            visible(query.where('n.kind', kind), user, READS[kind], 'n.unit_id')
          )
        }
      })
      .if(request.qs().cleared !== '1', (query) => void query.whereNull('n.cleared_on')),
  key: 'n.id',
  columns: [
    dayColumn('due_on', `${TEXTS}.due_on`, 'n.due_on'),
    {
      key: 'left',
      label: `${TEXTS}.days`,
      type: 'integer',
      expression: 'DATEDIFF(n.due_on, CURRENT_DATE)',
      width: 8,
    },
    badgeColumn('kind', `${TEXTS}.kind`, 'n.kind', { texts: `${TEXTS}.kinds` }),
    textColumn('subject', `${TEXTS}.subject`, SUBJECT, {
      link: ({ kind, subject_id: id }) => `${PATHS[kind]}/${id}`,
      width: 22,
    }),
    textColumn('holder', `${TEXTS}.holder`, of('g.party_name', 'a.holder_name', 's.holder_name'), {
      width: 26,
    }),
    // Letters, advances and sureties are not added up.
    {
      ...moneyColumn('amount', `${TEXTS}.amount`, of('g.open_amount', 'a.open_amount', 's.amount')),
      total: false,
    },
    badgeColumn('step', `${TEXTS}.notice`, 'n.days', {
      words: ({ step }, { t }) =>
        Number(step) === 0
          ? t(`${TEXTS}.notices.past`)
          : t(`${TEXTS}.notices.ahead`, { days: Number(step) }),
      tones: { 0: 'danger', 7: 'danger', 15: 'warning', 30: 'warning', 60: 'info' },
    }),
    dayColumn('raised_on', `${TEXTS}.raised_on`, 'n.raised_on'),
    dayColumn('cleared_on', `${TEXTS}.cleared_on`, 'n.cleared_on'),
    unitColumn,
  ],
  fields: {
    unit_en: 'units.name_en',
    subject_id: 'COALESCE(n.guarantee_id, n.advance_id, n.surety_id)',
  },
  filters: [
    typedFilter(`${TEXTS}.search`, of('g.party_name', 'a.holder_name', 's.holder_name'), SUBJECT),
    unitFilter('n.unit_id'),
    codeFilter('kind', `${TEXTS}.kind`, {
      column: 'n.kind',
      codes: DIARY_KINDS,
      texts: `${TEXTS}.kinds`,
    }),
    // The query itself reads it: what was acted on is left out unless it is asked for.
    { key: 'cleared', label: `${TEXTS}.with_cleared`, type: 'boolean', apply: () => {} },
    { key: 'past', label: `${TEXTS}.past_only`, type: 'boolean', column: '(n.days = 0)' },
  ],
  defaultSort: 'due_on',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
