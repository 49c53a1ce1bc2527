import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'
import { LINE_LIFE, RESULTS } from '#registry/rounds/life'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import { openLines } from '#registry/rounds/open_lines'
import { toDecide } from '#registry/rounds/queries/waiting'

export const LINE_TONES: Record<string, Tone> = {
  listed: 'neutral',
  assigned: 'neutral',
  visited: 'info',
  submitted: 'info',
  extra_found: 'warning',
  returned: 'warning',
  verified: 'success',
  disputed: 'danger',
  not_found: 'danger',
  posted: 'success',
}

export const RESULT_TONES: Record<string, Tone> = {
  found: 'success',
  different: 'warning',
  not_found: 'danger',
  extra: 'info',
}

/** نتائج الحصر: every line with what was expected, found and decided; the report of a round. */
export const roundLinesList: ListDefinition<Viewer & Reader> = {
  name: 'round-results',
  title: 'registry.rounds.results.title',
  permission: 'registry.rounds.read',
  query: (user) =>
    openLines(
      db
        .from('round_lines')
        .join('rounds', 'rounds.id', 'round_lines.round_id')
        .join('units', 'units.id', 'round_lines.unit_id')
        .leftJoin('round_teams', 'round_teams.id', 'round_lines.team_id')
        .leftJoin('round_findings', 'round_findings.id', 'round_lines.finding_id')
        .leftJoin('users as finders', 'finders.id', 'round_findings.found_by')
        .leftJoin('users as deciders', 'deciders.id', 'round_lines.decided_by')
        .join('asset_classes', 'asset_classes.id', 'round_lines.class_id'),
      user
    ),
  key: 'round_lines.id',
  columns: [
    {
      key: 'line',
      label: 'registry.rounds.results.line',
      type: 'integer',
      expression: 'round_lines.id',
      sortable: true,
      link: (row) => `/registry/round-lines/${row._key}`,
      width: 8,
    },
    {
      key: 'round',
      label: 'registry.rounds.one',
      type: 'text',
      expression: "CONCAT(rounds.number, ' / ', rounds.fiscal_year)",
      width: 14,
    },
    {
      key: 'asset',
      label: 'registry.rounds.results.asset',
      type: 'text',
      sortable: true,
      expression: "CONCAT_WS(' ', round_lines.asset_code, round_lines.name)",
      link: (row) => `/registry/round-lines/${row._key}`,
      clip: true,
      width: 30,
    },
    {
      key: 'street',
      label: 'registry.assets.street',
      type: 'text',
      expression: 'round_lines.street',
      sortable: true,
      clip: true,
      width: 18,
    },
    {
      key: 'class',
      label: 'registry.rounds.results.class',
      type: 'text',
      expression: 'asset_classes.name_ar',
      words: inLanguage('class'),
      clip: true,
      width: 16,
    },
    {
      key: 'team',
      label: 'registry.rounds.team',
      type: 'text',
      expression: 'round_teams.name',
      sortable: true,
      width: 14,
    },
    {
      key: 'status',
      label: 'registry.rounds.results.status',
      type: 'badge',
      expression: 'round_lines.status',
      texts: 'registry.rounds.line_statuses',
      tones: LINE_TONES,
      width: 12,
    },
    {
      key: 'outcome',
      label: 'registry.rounds.results.outcome',
      type: 'badge',
      expression: 'round_lines.outcome',
      texts: 'registry.rounds.outcomes',
      tones: RESULT_TONES,
      width: 12,
    },
    {
      key: 'flagged',
      label: 'registry.rounds.results.flagged',
      type: 'badge',
      expression: "IF(round_lines.is_flagged, 'yes', 'no')",
      texts: 'registry.rounds.flags',
      tones: { yes: 'warning' },
      width: 9,
    },
    {
      key: 'found_at',
      label: 'registry.rounds.results.found_at',
      type: 'moment',
      expression: 'round_findings.captured_at',
      sortable: true,
      width: 16,
    },
    {
      key: 'finder',
      label: 'registry.rounds.results.finder',
      type: 'text',
      expression: 'finders.full_name',
      clip: true,
      width: 18,
    },
    {
      key: 'decider',
      label: 'registry.rounds.results.decider',
      type: 'text',
      expression: 'deciders.full_name',
      clip: true,
      width: 18,
    },
    {
      key: 'note',
      label: 'registry.rounds.results.note',
      type: 'text',
      expression: 'COALESCE(round_lines.decision_note, round_findings.note)',
      clip: true,
      width: 24,
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 18,
    },
  ],
  fields: { unit_en: 'units.name_en', class_en: 'asset_classes.name_en' },
  filters: [
    {
      key: 'round',
      label: 'registry.rounds.one',
      type: 'select',
      column: 'round_lines.round_id',
      options: async ({ locale: _ }, { auth }) => {
        const { default: Round } = await import('#registry/models/round')
        const rounds = await Round.visibleTo(auth.getUserOrFail()).orderBy('id', 'desc').limit(200)
        return rounds.map((round) => ({
          value: String(round.id),
          label: `${round.label} ${round.title}`,
        }))
      },
    },
    {
      key: 'status',
      label: 'registry.rounds.results.status',
      type: 'select',
      column: 'round_lines.status',
      options: ({ t }) =>
        Object.keys(LINE_LIFE).map((value) => ({
          value,
          label: t(`registry.rounds.line_statuses.${value}`),
        })),
    },
    {
      key: 'outcome',
      label: 'registry.rounds.results.outcome',
      type: 'select',
      column: 'round_lines.outcome',
      options: ({ t }) =>
        RESULTS.map((value) => ({ value, label: t(`registry.rounds.outcomes.${value}`) })),
    },
    {
      key: 'flagged',
      label: 'registry.rounds.results.flagged',
      type: 'boolean',
      column: 'round_lines.is_flagged',
    },
    {
      key: 'elsewhere',
      label: 'registry.rounds.approval.kinds.elsewhere',
      type: 'boolean',
      column: 'round_findings.is_elsewhere',
    },
    {
      key: 'class',
      label: 'registry.rounds.results.class',
      type: 'select',
      column: 'round_lines.class_id',
      options: async ({ locale }) => {
        const classes = await db.from('asset_classes').orderBy('sort_order')
        return classes.map((one) => ({
          value: String(one.id),
          label: locale === 'ar' ? one.name_ar : one.name_en,
        }))
      },
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'round_lines.unit_id' },
    {
      key: 'found',
      label: 'registry.rounds.results.found_at',
      type: 'dayRange',
      column: 'DATE(round_findings.captured_at)',
    },
    {
      key: 'street',
      label: 'registry.assets.street',
      type: 'text',
      apply: (query, value) => query.whereRaw('round_lines.street LIKE ?', [likeText(value)]),
    },
    {
      key: 'q',
      label: 'registry.rounds.results.search',
      type: 'text',
      apply: (query, value) =>
        query.whereRaw('(round_lines.asset_code LIKE ? OR round_lines.name LIKE ?)', [
          likeText(value).slice(1),
          likeText(value),
        ]),
    },
  ],
  defaultSort: 'line',
  empty: { title: 'registry.rounds.results.empty' },
}

/** A text anywhere, its own signs taken literally. */
const likeText = (value: string) => `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

type Person = Viewer & Reader

const without = (list: ListDefinition<Person>, ...keys: string[]) => ({
  columns: list.columns.filter(({ key }) => !keys.includes(key)),
  filters: list.filters.filter(({ key }) => !keys.includes(key)),
})

/** إسناد البنود: the lines of one round that may still be given to a team, to be ticked. */
export function assignmentList(round: Round): ListDefinition<Person> {
  const { columns, filters } = without(roundLinesList, 'round', 'decider', 'note')
  return {
    ...roundLinesList,
    ...{ name: 'round-assignments', columns },
    title: 'registry.rounds.assign.title',
    permission: 'registry.rounds.manage',
    query: (user, ctx) =>
      (roundLinesList.query(user, ctx) as any)
        .where('round_lines.round_id', round.id)
        .whereIn('round_lines.status', ['listed', 'assigned', 'visited', 'returned']),
    filters: [
      {
        key: 'team',
        label: 'registry.rounds.team',
        type: 'select',
        options: ({ t }) => [
          { value: 'none', label: t('registry.rounds.no_team') },
          ...round.teams.map(({ id, name }) => ({ value: String(id), label: name })),
        ],
        apply: (query, value) =>
          value === 'none'
            ? query.whereRaw('round_lines.team_id IS NULL')
            : query.whereRaw('round_lines.team_id = ?', [value]),
      },
      ...filters,
    ],
    defaultSort: 'street',
    pageSize: 100,
    select: {
      form: 'assign-lines',
      permissions: ['registry.rounds.manage'],
      label: (row, { t }) => t('registry.rounds.approval.choose', { line: row.asset }),
    },
    empty: { title: 'registry.rounds.assign.empty' },
  }
}

/** بنود تنتظر قراري: what teams brought in running rounds that this person manages, not found by himself. */
export function linesToDecide(user: User): ListDefinition<Person> {
  const { columns, filters } = without(roundLinesList, 'decider', 'status')
  return {
    ...roundLinesList,
    ...{ name: 'round-decisions', columns, filters },
    title: 'registry.rounds.waiting.lines',
    permission: 'registry.rounds.read',
    query: (person, ctx) => toDecide(roundLinesList.query(person, ctx) as any, user),
    empty: { title: 'registry.rounds.waiting.no_lines' },
  }
}
