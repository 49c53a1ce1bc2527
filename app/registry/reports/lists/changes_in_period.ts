import db from '@adonisjs/lucid/services/db'
import {
  column,
  empty,
  english,
  unitColumn,
  unitFilter,
  type RegistryReport,
} from '#registry/reports/lists/parts'
import { openTo } from '#registry/security/open_to'

/** تغييرات السجل في مدة: what changed, since when it holds and when we came to know it. */
export const changesInPeriod: RegistryReport = {
  name: 'changes-in-period',
  title: 'registry.reports.names.changes-in-period',
  permission: 'registry.assets.read',
  query: (user) =>
    openTo(
      db
        .from('asset_changes as r')
        .join('assets', 'assets.id', 'r.asset_id')
        .join('units as u', 'u.id', 'assets.unit_id')
        .leftJoin('register_transactions as t', 't.id', 'r.transaction_id')
        .leftJoin('users as p', 'p.id', 'r.recorded_by'),
      user,
      'assets'
    ),
  key: 'r.id',
  columns: [
    column('recorded_at', 'moment', 'recorded_at', { sortable: true }),
    column('valid_from', 'day', 'valid_from', { sortable: true }),
    column('code', 'text', 'code', {
      expression: 'assets.code',
      width: 20,
      link: ({ asset_id: id }) => `/registry/assets/${id}#changes`,
    }),
    column('name', 'text', 'name', { expression: 'assets.name', clip: true, width: 24 }),
    column('kind', 'text', 'change', {
      expression: "COALESCE(t.kind, IF(r.import_id IS NULL, 'record', 'import'))",
      words: ({ kind }, { t }) => t(`registry.reports.changes.${kind}`),
    }),
    column('decision', 'text', 'decision', { expression: "COALESCE(t.decision_no, '')" }),
    column('reason', 'text', 'reason', {
      expression: "COALESCE(r.reason, '')",
      clip: true,
      width: 26,
    }),
    column('person', 'text', 'person', { expression: "COALESCE(p.full_name, '')", clip: true }),
    { ...unitColumn, expression: 'u.name_ar', sortable: false },
  ],
  fields: { ...english(), unit_en: 'u.name_en', asset_id: 'assets.id' },
  filters: [
    { ...unitFilter, column: 'assets.unit_id' } as typeof unitFilter,
    {
      key: 'recorded',
      label: 'registry.reports.columns.recorded_at',
      type: 'dayRange',
      column: 'r.recorded_at',
    },
    {
      key: 'valid',
      label: 'registry.reports.columns.valid_from',
      type: 'dayRange',
      column: 'r.valid_from',
    },
  ],
  defaultSort: '-recorded_at',
  empty,
}
