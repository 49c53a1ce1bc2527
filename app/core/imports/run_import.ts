import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { DomainError } from '#core/domain_error'
import { retrying } from '#core/retry'
import { openTable } from '#core/readers/open_table'
import ImportBatch from '#core/imports/import_batch'
import { importKinds } from '#core/imports/kinds'
import { keepHeapLean } from '#core/imports/lean_heap'
import { loadStage } from '#core/imports/load'
import {
  planFields,
  proposeMapping,
  rememberedMapping,
  rememberMapping,
  type Mapping,
} from '#core/imports/mapping'
import { countOutcome, keepRejections, sampleRows, type ImportOutcome } from '#core/imports/result'
import { Stage, VERDICT } from '#core/imports/stage'
import { unitScope } from '#core/imports/unit_scope'
import type { ImportDefinition } from '#core/imports/definition'
import type { OpenOptions, TableSource } from '#core/readers/types'
import type { Trx } from '#core/within'

export type Person = { id: number | null; name: string; requestId?: string }

export interface RunOptions {
  by: Person
  /** Why it is undone, for the trail. */
  reason?: string
  /** First thing in the writing transaction's end: refuses a worker that was overtaken. */
  guard?: (trx: Trx) => Promise<void>
  /** 0–100 and what it is doing. */
  progress?: (percent: number, note: string) => Promise<void>
}

/** The dry run: reads, parses and judges every row and writes nothing but the verdict. */
export function checkImport(importId: number, options: RunOptions): Promise<ImportOutcome> {
  return run(importId, 'check', options)
}

/**
 * Lands the file, all of it or nothing: one transaction holds the rows, their ledger entries, the
 * trail and the counts, so that a kill at any moment leaves the import as it was and the job's next
 * try finishes it. (Batches of their own transactions would need the same rows to be found again
 * after a crash; the undo log of a million rows is cheaper than that.) Run again after it is
 * committed it changes nothing and tells the recorded outcome.
 */
export function commitImport(importId: number, options: RunOptions): Promise<ImportOutcome> {
  return run(importId, 'commit', options)
}

async function run(
  importId: number,
  mode: 'check' | 'commit',
  options: RunOptions
): Promise<ImportOutcome> {
  const batch = await ImportBatch.query().where('id', importId).preload('file').firstOrFail()
  if (mode === 'commit' && batch.state === 'committed') return batch.totals as ImportOutcome
  const definition = await importKinds.definition(batch.kind)
  keepHeapLean()
  await begin(batch, mode)
  try {
    const table = await openTable(batch.file.absolutePath, batch.reading as OpenOptions)
    return await retrying(() =>
      db.transaction((trx) => work({ batch, definition, table, mode, trx, options }), {
        isolationLevel: 'read committed',
      })
    )
  } catch (error) {
    await fail(batch, error)
    throw error
  }
}

interface Work {
  batch: ImportBatch
  definition: ImportDefinition
  table: TableSource
  mode: 'check' | 'commit'
  trx: Trx
  options: RunOptions
}

async function work({
  batch,
  definition,
  table,
  mode,
  trx,
  options,
}: Work): Promise<ImportOutcome> {
  const tell = options.progress ?? (async () => {})
  const scope = await unitScope(batch.unitId, trx)
  const mapping = batch.mapping as Mapping
  const fields = planFields(definition, mapping, table.columns)
  const mapped = new Set(fields.map((planned) => planned.field.name))
  const headings = table.columns
  const stage = new Stage({
    ...{ trx, definition, importId: batch.id, scope, by: options.by },
    ...{ mapped, headings },
  })
  const gathered = definition.gather?.(table, fields) ?? { table, fields }
  try {
    await stage.create()
    stage.statements = table.statements ?? []
    const derive = await definition.open({ trx, scope, has: (name) => mapped.has(name) })
    const reading = batch.rowCount || 0
    const { blank } = await loadStage({
      stage,
      ...gathered,
      derive,
      progress: async (rows) => tell(reading ? Math.min(45, (rows / reading) * 45) : 5, 'reading'),
    })
    if (mode === 'commit') await takeTurn(stage)
    await judge(stage)
    const outcome = await countOutcome(stage, blank)
    outcome.warnings = [...gathered.table.warnings, ...stage.warnings].map(({ ar, en }) => ({
      ar,
      en,
    }))
    outcome.drawn = await definition.draw?.(stage)
    await tell(55, 'judged')

    if (mode === 'commit') {
      const fresh = await batch.lock(trx)
      if (fresh.state === 'committed') return fresh.totals as ImportOutcome
      stage.progress = (rows) => tell(55 + (rows / Math.max(1, stage.rows)) * 40, 'landing')
      if (outcome.landed + outcome.updated > 0) await definition.land(stage)
      await definition.seen?.(stage)
      Object.assign(outcome, await keepRejections(stage))
      await rememberMapping(batch.unitId, batch.kind, table.columns, mapping, options.by, trx)
      await journal(stage, batch, outcome, options.by)
      fresh.merge({
        firstRecordId: stage.landed?.first ?? null,
        lastRecordId: stage.landed?.last ?? null,
      })
      await settle(fresh, outcome, 'committed', trx)
    } else {
      Object.assign(outcome, await keepRejections(stage))
      outcome.sample = await sampleRows(stage)
      await settle(await batch.lock(trx), outcome, 'checked', trx)
    }
    await options.guard?.(trx)
    return outcome
  } finally {
    // The session goes back to the pool whatever happened; a dead one takes all of this with it.
    await stage.drop().catch(() => {})
  }
}

/**
 * Imports of one kind take turns inside a governorate until they commit, so that what is judged is
 * what lands. Waiting is patient here: a long import ahead is no deadlock.
 */
async function takeTurn(stage: Stage): Promise<void> {
  await stage.sql('SET SESSION innodb_lock_wait_timeout = 900')
  try {
    await stage.sql(
      'INSERT INTO import_turns (unit_id, kind) VALUES (?, ?) ON DUPLICATE KEY UPDATE taken = taken + 1',
      [stage.scope.governorateId, stage.definition.kind]
    )
  } finally {
    await stage.sql('SET SESSION innodb_lock_wait_timeout = 20').catch(() => {})
  }
}

async function judge(stage: Stage): Promise<void> {
  if (stage.problems > 0) {
    await stage.verdict(
      `SELECT s.seq, ${VERDICT.rejected}, s.problem_code, s.problem_field, NULL, NULL, NULL
       FROM import_stage s WHERE s.problem_code IS NOT NULL`
    )
  }
  await stage.definition.judge(stage)
}

/** One row of the trail per unit that something landed in, and one for the import's own unit. */
async function journal(
  stage: Stage,
  batch: ImportBatch,
  outcome: ImportOutcome,
  by: Person
): Promise<void> {
  const units = stage.hasOtherUnits ? await countsOfUnits(stage) : []
  const event = {
    action: 'import.committed' as const,
    importId: batch.id,
    kind: batch.kind,
    fileName: batch.file.originalName,
    sha256: Buffer.from(batch.file.sha256).toString('hex'),
  }
  const { rows, landed, updated, unchanged, rejected, blank, totals } = outcome
  await importKinds.record(
    {
      ...event,
      unitId: batch.unitId,
      outcome: { rows, landed, updated, unchanged, rejected, blank, totals },
    },
    by,
    stage.trx
  )
  for (const { unitId, ...counts } of units) {
    if (Number(unitId) === batch.unitId) continue
    const plain = Object.fromEntries(
      Object.entries(counts).map(([name, value]) => [name, String(value)])
    )
    await importKinds.record({ ...event, unitId: Number(unitId), outcome: plain }, by, stage.trx)
  }
}

/** What landed and was updated in each unit, with the control totals. */
function countsOfUnits(stage: Stage): Promise<Record<string, unknown>[]> {
  const sums = stage.definition.totals.map((name) => `SUM(s.${name}) AS \`${name}\``).join(', ')
  return stage.sql(
    `SELECT s.unit_id AS unitId, SUM(x.seq IS NULL) AS landed, SUM(x.seq IS NOT NULL) AS updated ${sums ? `, ${sums}` : ''}
     FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq
     WHERE x.seq IS NULL OR x.verdict = ${VERDICT.updated} GROUP BY s.unit_id ORDER BY s.unit_id`
  )
}

/** The state is its own commit: people see that it runs, and a crash shows where it stood. */
async function begin(batch: ImportBatch, mode: 'check' | 'commit'): Promise<void> {
  await db.transaction(async (trx) => {
    const fresh = await batch.lock(trx)
    fresh.moveTo(mode === 'check' ? 'checking' : 'committing')
    fresh.error = null
    await fresh.save()
  })
}

async function settle(
  batch: ImportBatch,
  outcome: ImportOutcome,
  state: 'checked' | 'committed',
  trx: Trx
) {
  batch.useTransaction(trx)
  batch.moveTo(state)
  batch.merge({
    rowCount: outcome.rows,
    landed: outcome.landed,
    updated: outcome.updated,
    unchanged: outcome.unchanged,
    rejected: outcome.rejected,
    blank: outcome.blank,
    totals: { ...outcome, reasons: outcome.reasons.slice(0, 50) },
  })
  const now = DateTime.fromJSDate(clock.now())
  if (state === 'checked') batch.checkedAt = now
  else batch.committedAt = now
  await batch.save()
}

/** Records why, unless the server itself is gone; the import may be tried again. */
async function fail(batch: ImportBatch, error: unknown): Promise<void> {
  const text =
    error instanceof DomainError
      ? JSON.stringify(error.toJSON())
      : String((error as Error)?.message ?? error)
  await db
    .rawQuery(
      `UPDATE imports SET state = 'failed', error = ? WHERE id = ? AND state IN ('checking', 'committing')`,
      [text.slice(0, 8000), batch.id]
    )
    .catch(() => {})
}

/** The mapping to begin with: as given, as remembered for these headings, or as the headings read. */
export async function startingMapping(
  definition: ImportDefinition,
  unitId: number,
  columns: readonly string[],
  given: Mapping | null
): Promise<Mapping> {
  if (given) return given
  const remembered = await rememberedMapping(unitId, definition.kind, columns, db as unknown as Trx)
  return remembered ?? proposeMapping(definition, columns)
}
