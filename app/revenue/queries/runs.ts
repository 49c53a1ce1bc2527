import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import type { Month } from '#core/fiscal'
import { failureText } from '#core/jobs/progress'
import { visible, type Reader } from '#identity/access/visible'
import { KINDS, type RunFigures, type Tally } from '#revenue/reconciliation/figures'
import type { MatchRule } from '#revenue/reconciliation/rules'

/**
 * Runs that speak of a unit and month: its own, and those of units above it, as far up as the reader
 * sees. A run tells the figures of everything below its unit.
 */
function covering(reader: Reader, unitId: number, month: Month) {
  const runs = visible(
    db.from('reconciliation_runs as runs'),
    reader,
    'revenue.reconciliation.read',
    'runs.unit_id'
  )
  return runs
    .join('unit_closure', (join) =>
      join
        .on('unit_closure.ancestor_id', 'runs.unit_id')
        .andOnVal('unit_closure.descendant_id', unitId)
    )
    .where('runs.month', month.first)
}

/** The last run that ended with a result, or null. */
export async function latestRun(
  reader: Reader,
  unitId: number,
  month: Month
): Promise<number | null> {
  const row = await covering(reader, unitId, month)
    .where('runs.state', 'done')
    .orderBy('runs.id', 'desc')
    .select('runs.id')
    .first()
  return row ? Number(row.id) : null
}

/** The runs, newest first. */
export async function runsOf(reader: Reader, unitId: number, month: Month, locale: Locale) {
  const rows = await covering(reader, unitId, month)
    .join('units', 'units.id', 'runs.unit_id')
    .leftJoin('users', 'users.id', 'runs.created_by')
    .orderBy('runs.id', 'desc')
    .limit(50)
    .select(
      'runs.id',
      'runs.run_no',
      'runs.state',
      'runs.changed',
      'runs.error',
      'runs.started_at',
      'runs.finished_at',
      `units.name_${locale} as unit`,
      'users.full_name as person'
    )
  return rows.map((row) => ({ ...row, error: failureText(row.error, locale) }))
}

export interface KindPart {
  kind: string
  inputs: Tally
  dispositions: ({ disposition: string } & Tally)[]
}

/** One run with its figures laid out by kind, and the rules as they stood. */
export async function runPaper(id: number, locale: Locale) {
  const row = await db
    .from('reconciliation_runs as runs')
    .join('units', 'units.id', 'runs.unit_id')
    .leftJoin('users', 'users.id', 'runs.created_by')
    .where('runs.id', id)
    .select('runs.*', `units.name_${locale} as unit`, 'users.full_name as person')
    .firstOrFail()
  const rules = (typeof row.rules === 'string' ? JSON.parse(row.rules) : row.rules) as MatchRule[]
  const figures = row.figures ? (JSON.parse(row.figures) as RunFigures) : null
  return {
    id: Number(row.id),
    number: Number(row.run_no),
    state: String(row.state),
    changed: row.changed === null ? null : Number(row.changed),
    error: failureText(row.error, locale),
    startedAt: row.started_at as Date,
    finishedAt: row.finished_at as Date | null,
    unit: String(row.unit),
    unitId: Number(row.unit_id),
    person: row.person as string | null,
    kinds: figures ? kindsOf(figures) : [],
    differences: figures?.differences ?? [],
    rules: [...rules].sort((a, b) => a.order - b.order),
  }
}

function kindsOf(figures: RunFigures): KindPart[] {
  return Object.entries(KINDS).map(([name, kind]) => ({
    kind,
    inputs: figures.inputs[name as keyof typeof KINDS],
    dispositions: Object.entries(figures.dispositions[name as keyof typeof KINDS]).map(
      ([disposition, tally]) => ({ disposition, ...tally })
    ),
  }))
}
