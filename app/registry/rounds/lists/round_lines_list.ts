import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'
import { LINE_LIFE, RESULTS } from '#registry/rounds/life'
import { openLines } from '#registry/rounds/open_lines'

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
        .leftJoin('users as finders', 'finders.id', 'round_findings.found_by'),
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
      clip: true,
      width: 18,
    },
    {
      key: 'team',
      label: 'registry.rounds.team',
      type: 'text',
      expression: 'round_teams.name',
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
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 18,
    },
  ],
  fields: { unit_en: 'units.name_en' },
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
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'round_lines.unit_id' },
    {
      key: 'q',
      label: 'registry.rounds.results.search',
      type: 'text',
      apply: (query, value) => {
        const text = `${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
        ;(query as any).where((either: any) =>
          either
            .whereLike('round_lines.asset_code', text)
            .orWhereLike('round_lines.name', `%${text}`)
        )
      },
    },
  ],
  defaultSort: 'line',
  empty: { title: 'registry.rounds.results.empty' },
}
