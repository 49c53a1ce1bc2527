import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { ListFilter, ListQuery } from '#core/lists/definition'
import { narrowInside } from '#core/lists/narrow_inside'
import { visible, type Reader } from '#identity/access/visible'
import { column, type PaymentReport } from '#accounts/payments/reports/columns'

const READ = 'accounts.payments.read'
/** What is narrowed before it is counted: the steps, and the forms that wait now. */
const counted = new WeakMap<ListQuery, { steps: ListQuery; waiting: ListQuery | null }>()

/** Each step with how long its form had waited for it, in seconds. */
const stepsOf = (user: Reader) =>
  visible(
    db
      .from('voucher_steps as s')
      .join('payment_vouchers as v', 'v.id', 's.voucher_id')
      .join('users as p', 'p.id', 's.made_by'),
    user,
    READ,
    'v.unit_id'
  ).select(
    db.raw('s.from_status AS stage, s.made_by AS person_id, p.full_name AS person'),
    db.raw(
      `TIMESTAMPDIFF(SECOND, COALESCE((SELECT MAX(b.made_at) FROM voucher_steps b
         WHERE b.voucher_id = s.voucher_id AND b.id < s.id), v.made_at), s.made_at) AS seconds`
    ),
    db.raw('NULL AS since')
  )

/** Forms that are not at their end, and since when they wait where they are. */
const waitingOf = (user: Reader) =>
  visible(
    db.from('payment_vouchers as v').whereNotIn('v.status', ['archived', 'void']),
    user,
    READ,
    'v.unit_id'
  ).select(db.raw('v.status, NULL, NULL, NULL, v.status_since'))

const hours = (seconds: string) => `ROUND(${seconds} / 3600, 1)`

/** Median and nine tenths are of each part's steps; MariaDB has them over a window alone. */
function measured(rows: ListQuery, part: string) {
  const over = `OVER (PARTITION BY ${part})`
  const each = db
    .from((rows as DatabaseQueryBuilderContract).as('w'))
    .select(
      '*',
      db.raw(`MEDIAN(seconds) ${over} AS median`),
      db.raw(`PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY seconds) ${over} AS tenth`)
    )
  return db
    .from(each.as('m'))
    .groupByRaw(part)
    .select(
      db.raw('stage, MAX(person_id) AS person_id, MAX(person) AS person'),
      db.raw('COUNT(seconds) AS steps, COUNT(since) AS waiting, MIN(since) AS oldest'),
      db.raw(`${hours('MAX(median)')} AS median, ${hours('MAX(tenth)')} AS tenth`),
      db.raw(`${hours('MAX(seconds)')} AS longest`)
    )
    .as('r')
}

const unit = {
  ...{ key: 'unit', label: 'core.fields.unit', type: 'unit' },
  apply: (report: ListQuery, unitId: number) => {
    const { steps, waiting } = counted.get(report)!
    const below = 'v.unit_id IN (SELECT descendant_id FROM unit_closure WHERE ancestor_id = ?)'
    for (const query of [steps, waiting]) if (query) narrowInside(query, below, [unitId])
  },
} as ListFilter

const taken = {
  ...{ key: 'taken', label: 'accounts.payment_reports.columns.taken', type: 'dayRange' },
  apply: (report: ListQuery, { from, to }: { from?: string; to?: string }) => {
    const { steps } = counted.get(report)!
    if (from) narrowInside(steps, 's.effective_on >= ?', [from])
    if (to) narrowInside(steps, 's.effective_on <= ?', [to])
  },
} as ListFilter

const stage = column('stage', 'text', 'r.stage', {
  words: (row, { t }) => t(`accounts.payments.states.${row.stage}`),
  link: (row) => `/accounts/payments?state=${row.stage}`,
  width: 24,
})
const figures = [
  column('steps', 'integer', 'r.steps', { total: true, sortable: true, width: 10 }),
  column('median', 'decimal', 'r.median', { sortable: true, width: 12 }),
  column('tenth', 'decimal', 'r.tenth', { sortable: true, width: 12 }),
  column('longest', 'decimal', 'r.longest', { sortable: true, width: 12 }),
]
const empty = {
  title: 'accounts.payment_reports.no_steps',
  text: 'accounts.payment_reports.no_steps_text',
}

/** زمن الدورة بالمراحل: how long forms wait at each stage, and what waits there now since when. */
export const cycleByStage: PaymentReport = {
  name: 'cycle-by-stage',
  title: 'accounts.payment_reports.names.cycle-by-stage',
  permission: READ,
  query: (user) => {
    const steps = stepsOf(user)
    const waiting = waitingOf(user)
    const rows = steps.unionAll(waiting)
    const report = db.from(measured(rows, 'stage'))
    counted.set(report, { steps, waiting })
    return report
  },
  key: 'r.stage',
  keyType: 'text',
  columns: [
    stage,
    ...figures,
    column('waiting', 'integer', 'r.waiting', { total: true, sortable: true, width: 10 }),
    column('oldest', 'moment', 'r.oldest', { sortable: true, width: 18 }),
  ],
  sums: true,
  filters: [unit, taken],
  defaultSort: '-waiting',
  empty,
}

/** زمن الدورة بالقائم بها: how long each person let forms wait at the stages that are his. */
export const cycleByOfficer: PaymentReport = {
  name: 'cycle-by-officer',
  title: 'accounts.payment_reports.names.cycle-by-officer',
  permission: READ,
  query: (user) => {
    const steps = stepsOf(user)
    const report = db.from(measured(steps, 'stage, person_id'))
    counted.set(report, { steps, waiting: null })
    return report
  },
  key: "CONCAT(r.stage, '/', r.person_id)",
  keyType: 'text',
  columns: [stage, column('person', 'text', 'r.person', { sortable: true, width: 26 }), ...figures],
  sums: true,
  filters: [unit, taken],
  defaultSort: '-median',
  empty,
}
