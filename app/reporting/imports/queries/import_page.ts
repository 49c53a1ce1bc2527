import db from '@adonisjs/lucid/services/db'
import { failureText, progressOf } from '#core/jobs/progress'
import { importKinds } from '#core/imports/kinds'
import type { ImportOutcome, Sums } from '#core/imports/result'
import type ImportBatch from '#core/imports/import_batch'
import type { ImportDefinition } from '#core/imports/definition'
import type { Locale } from '#core/domain_error'
import type { Words } from '#core/lists/definition'
import { drawnRows } from '#reporting/imports/queries/drawn_rows'
import { importJob, isLive, type ImportJob } from '#reporting/imports/queries/import_job'

/** A state as the person sees it: a checked import of money waits for its second person. */
export function shownState(batch: Pick<ImportBatch, 'state' | 'needsApproval'>): string {
  return batch.state === 'checked' && batch.needsApproval ? 'waiting' : batch.state
}

/** The pipeline's note on where it is, in the words of the page. */
export function noteText(note: string | null, { t }: Pick<Words, 't'>): string | null {
  return note && ['reading', 'judged', 'landing'].includes(note) ? t(`imports.notes.${note}`) : note
}

/** Everything that the page of one import shows of it. */
export async function importPage(batch: ImportBatch, words: Words) {
  const { locale } = words
  const definition = await importKinds.definition(batch.kind)
  const job = await importJob(batch.id)
  const live = isLive(job)
  const outcome = batch.totals as ImportOutcome | null
  const isJudged = !live && ['checked', 'committed', 'undone'].includes(batch.state)
  return {
    batch,
    shown: shownState(batch),
    kindName: definition.labels[locale],
    names: await namesOf(batch, locale),
    job: live ? await liveJob(job, words) : null,
    failure: live ? null : failureOf(batch, job, locale),
    drawn:
      isJudged && outcome?.drawn?.length ? await drawnRows(batch.id, outcome.drawn, locale) : null,
    judged: isJudged && outcome ? judged(batch, outcome, definition, locale) : null,
  }
}

async function liveJob(job: ImportJob, words: Words) {
  const now = await progressOf(job.id)
  return { ...job, progress: now?.progress ?? 0, note: noteText(now?.note ?? null, words) }
}

function judged(
  batch: ImportBatch,
  outcome: ImportOutcome,
  definition: ImportDefinition,
  locale: Locale
) {
  return {
    nothingToLand: batch.landed + batch.updated === 0,
    totals: definition.totals.map((name) => totalRow(name, outcome.totals, definition, locale)),
    samples: (['new', 'updated'] as const)
      .map((verdict) => sampleTable(verdict, outcome, definition, locale))
      .filter((table) => table.rows.length > 0),
    warnings: (outcome.warnings ?? []).map((warning) => warning[locale]),
  }
}

/** One control total: of the file, and how it divides among the verdicts. */
function totalRow(
  name: string,
  totals: Record<'file' | 'landed' | 'updated' | 'unchanged' | 'rejected', Sums>,
  definition: ImportDefinition,
  locale: Locale
) {
  const { file, landed, updated, unchanged, rejected } = totals
  return {
    label: definition.fields.find((field) => field.name === name)?.labels[locale] ?? name,
    file: file[name],
    landed: landed[name],
    updated: updated[name],
    unchanged: unchanged[name],
    rejected: rejected[name],
  }
}

function sampleTable(
  verdict: 'new' | 'updated',
  outcome: ImportOutcome,
  definition: ImportDefinition,
  locale: Locale
) {
  const rows = outcome.sample?.[verdict] ?? []
  const fields = definition.fields.filter(({ name }) =>
    rows.some((row) => row[name] !== null && row[name] !== undefined)
  )
  return {
    verdict,
    headings: fields.map(({ name, labels }) => ({
      label: labels[locale],
      isAmount: definition.totals.includes(name),
    })),
    rows: rows.map((row) => ({
      number: row.row_no,
      cells: fields.map(({ name }) => cellText(row[name])),
    })),
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value as string)
  // A DATE travels through JSON as the moment it begins.
  return /^\d{4}-\d\d-\d\dT00:00:00/.test(text) ? text.slice(0, 10) : text
}

/** Why the last step did not go through; of the job, or of the import where a command ran it. */
function failureOf(batch: ImportBatch, job: ImportJob | null, locale: Locale): string | null {
  if (job?.state === 'failed') return failureText(job.error, locale)
  return batch.state === 'failed' ? failureText(batch.error, locale) : null
}

async function namesOf(batch: ImportBatch, locale: Locale) {
  const ids = [batch.createdBy, batch.approvedBy, batch.undoneBy].filter((id) => id !== null)
  const people = await db.from('users').whereIn('id', ids).select('id', 'full_name as name')
  const unit = await db.from('units').where('id', batch.unitId).firstOrFail()
  const nameOf = (id: number | null) => people.find((person) => person.id === id)?.name ?? null
  return {
    unit: unit[`name_${locale}`] as string,
    maker: nameOf(batch.createdBy),
    approver: nameOf(batch.approvedBy),
    undoer: nameOf(batch.undoneBy),
  }
}
