import db from '@adonisjs/lucid/services/db'
import {
  readSampleFile,
  type Manifest,
  type Tally,
  type TruthFile,
  type TruthLine,
} from '#reporting/sample/folder'
import { KINDS, type Kind } from '#reporting/sample/truth'

export interface CheckedInputs {
  month: string
  kind: Kind
  planted: Tally
  found: Tally
}

export interface CheckSummary {
  ok: boolean
  /** Months of the sample with no finished run for the governorate. */
  notReconciled: string[]
  planted: number
  found: number
  /** Planted, and not found by the reconciliation. */
  missing: TruthLine[]
  /** Found, and not planted. */
  extra: TruthLine[]
  /** Found with another amount. */
  otherAmount: (TruthLine & { found: string })[]
  /** Months whose inputs are not those of the files. */
  inputs: CheckedInputs[]
}

/**
 * Holds what the reconciliation found against what `sample:generate` planted: every difference with
 * its code, unit, month, subject and amount, and nothing else.
 * @throws NotASampleError
 */
export async function checkSample(folder: string): Promise<CheckSummary> {
  const truth = await readSampleFile<TruthFile>(folder, 'truth.json')
  const { governorate } = await readSampleFile<Manifest>(folder, 'manifest.json')
  const { missing, extra, otherAmount, found } = compare(
    truth.differences,
    await recorded(governorate, truth)
  )
  const runs = await lastRuns(governorate, truth)
  const inputs = wrongInputs(truth, runs)
  const notReconciled = truth.months.filter((month) => !runs.has(month))
  const wrong = [missing, extra, otherAmount, inputs, notReconciled]
  return {
    ok: wrong.every((list) => list.length === 0),
    notReconciled,
    planted: truth.differences.length,
    found,
    missing,
    extra,
    otherAmount,
    inputs,
  }
}

function compare(planted: readonly TruthLine[], found: readonly TruthLine[]) {
  const left = new Map(found.map((line) => [keyOf(line), line]))
  const missing: TruthLine[] = []
  const otherAmount: CheckSummary['otherAmount'] = []
  for (const line of planted) {
    const same = left.get(keyOf(line))
    left.delete(keyOf(line))
    if (!same) missing.push(line)
    else if (same.amount !== line.amount) otherAmount.push({ ...line, found: same.amount })
  }
  return { missing, extra: [...left.values()], otherAmount, found: found.length }
}

function keyOf({ code, unit, month, subject }: TruthLine): string {
  return JSON.stringify([code, unit, month, subject.type, subject.key])
}

/** Differences that stand, of the sample's months, in the governorate and everything below it. */
async function recorded(governorate: string, { months }: TruthFile): Promise<TruthLine[]> {
  const [rows] = await db.rawQuery(
    `SELECT d.code, u.code AS unit, DATE_FORMAT(d.month, '%Y-%m') AS month, d.subject_type AS type,
       d.subject_key AS subject, d.amount
     FROM units g JOIN unit_closure c ON c.ancestor_id = g.id JOIN units u ON u.id = c.descendant_id
     JOIN differences d ON d.unit_id = u.id
     WHERE g.code = ? AND d.state <> 'cleared' AND d.month BETWEEN ? AND ?
     ORDER BY d.month, d.code, u.code, d.subject_key`,
    [governorate, `${months[0]}-01`, `${months.at(-1)}-01`]
  )
  return rows.map((row: Record<string, string>) => ({
    code: row.code,
    unit: row.unit,
    month: row.month,
    subject: { type: row.type, key: row.subject },
    amount: String(row.amount),
  }))
}

/** Inputs of the last finished run of each month. */
async function lastRuns(
  governorate: string,
  { months }: TruthFile
): Promise<Map<string, Record<Kind, Tally>>> {
  const [rows] = await db.rawQuery(
    `SELECT DATE_FORMAT(r.month, '%Y-%m') AS month, r.figures
     FROM reconciliation_runs r JOIN units g ON g.id = r.unit_id
     WHERE g.code = ? AND r.state = 'done' AND r.month BETWEEN ? AND ? ORDER BY r.month, r.run_no`,
    [governorate, `${months[0]}-01`, `${months.at(-1)}-01`]
  )
  return new Map(
    rows.map((row: { month: string; figures: string }) => [
      row.month,
      JSON.parse(row.figures).inputs,
    ])
  )
}

function wrongInputs(truth: TruthFile, runs: Map<string, Record<Kind, Tally>>): CheckedInputs[] {
  const wrong: CheckedInputs[] = []
  for (const planted of truth.inputs) {
    const found = runs.get(planted.month)
    if (!found) continue
    for (const kind of KINDS) {
      const same =
        planted[kind].count === found[kind].count && planted[kind].amount === found[kind].amount
      if (!same)
        wrong.push({ month: planted.month, kind, planted: planted[kind], found: found[kind] })
    }
  }
  return wrong
}
