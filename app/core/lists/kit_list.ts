import db from '@adonisjs/lucid/services/db'
import type { ListDefinition, ListQuery } from '#core/lists/definition'

/** 237 made rows, with ties and gaps, that show what a list can do on the page of the kit. */
const ROWS = `(
  WITH RECURSIVE numbers (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM numbers WHERE seq < 237)
  SELECT seq AS id,
    CONCAT('EG-FYM-', LPAD(seq, 6, '0')) AS reference,
    ELT(1 + seq % 5, 'شركة النيل للدعاية والإعلان', 'ورثة محمود عبد الحميد', 'مؤسسة الأمل التجارية',
      'محلات السلام', 'أحمد سيد إبراهيم') AS party,
    DATE_ADD('2026-07-01', INTERVAL seq % 90 DAY) AS due_on,
    CAST(seq % 40 * 1250.75 AS DECIMAL(18,2)) AS amount,
    IF(seq % 7 = 0, NULL, seq % 11) AS faces,
    ELT(1 + seq % 3, 'done', 'running', 'failed') AS status
  FROM numbers
) AS entries`

export const kitList: ListDefinition = {
  name: 'kit',
  title: 'core.kit.list',
  permission: 'core.jobs.read',
  query: () => db.query().from(db.raw(ROWS) as never) as unknown as ListQuery,
  key: 'entries.id',
  columns: [
    {
      key: 'reference',
      label: 'core.kit.reference',
      type: 'text',
      sortable: true,
      link: (row) => `/_kit?row=${row.reference}`,
      width: 18,
    },
    { key: 'party', label: 'core.kit.party', type: 'text', sortable: true, width: 30 },
    { key: 'due_on', label: 'core.kit.due_on', type: 'day', sortable: true },
    { key: 'faces', label: 'core.kit.faces', type: 'integer', sortable: true },
    {
      key: 'status',
      label: 'core.jobs.state',
      type: 'badge',
      texts: 'core.jobs.states',
      tones: { done: 'success', running: 'info', failed: 'danger' },
    },
    { key: 'amount', label: 'core.kit.amount', type: 'money', sortable: true, total: true },
  ],
  filters: [
    {
      key: 'q',
      label: 'core.kit.search',
      type: 'text',
      placeholder: 'core.kit.search_hint',
      apply: (query, text) =>
        query.where((where) =>
          where.whereRaw('INSTR(party, ?)', [text]).orWhereRaw('INSTR(reference, ?)', [text])
        ),
    },
    {
      key: 'status',
      label: 'core.jobs.state',
      type: 'select',
      column: 'status',
      options: ({ t }) =>
        ['done', 'running', 'failed'].map((value) => ({
          value,
          label: t(`core.jobs.states.${value}`),
        })),
    },
    { key: 'due', label: 'core.kit.due_on', type: 'dayRange', column: 'due_on' },
    { key: 'amount', label: 'core.kit.amount', type: 'moneyRange', column: 'amount' },
  ],
  defaultSort: '-due_on',
}
