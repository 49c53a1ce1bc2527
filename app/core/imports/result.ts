import { Money } from '#core/money'
import { rejectionSentence, type RejectedRow } from '#core/imports/sentences'
import { VERDICT, type Stage } from '#core/imports/stage'
import type { Sentence } from '#core/domain_error'

export interface RejectionReason {
  row: number
  field: string | null
  code: string
  message: Sentence
}

export type Sums = Record<string, string>

/** What a check or a commit found, as pages, jobs and `--json` show it. */
export interface ImportOutcome {
  rows: number
  landed: number
  updated: number
  unchanged: number
  rejected: number
  blank: number
  /** The first thousand; `reasonCount` counts them all. */
  reasons: RejectionReason[]
  reasonCount: number
  totals: { file: Sums; landed: Sums; updated: Sums; unchanged: Sums; rejected: Sums }
  sample: { new: Record<string, unknown>[]; updated: Record<string, unknown>[] }
  warnings: Sentence[]
}

const SHOWN = 1000
const PAGE = 2000

/** Counts and control totals by verdict. */
export async function countOutcome(stage: Stage, blank: number): Promise<ImportOutcome> {
  const names = stage.definition.totals
  const sums = names.map((name) => `COALESCE(SUM(s.${name}), 0) AS \`${name}\``).join(', ')
  const rows = await stage.sql(
    `SELECT COALESCE(x.verdict, 0) AS verdict, COUNT(*) AS n, ${sums || '0 AS nothing'}
     FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq GROUP BY COALESCE(x.verdict, 0)`
  )
  const of = (verdict: number) => rows.find((row: any) => Number(row.verdict) === verdict)
  const sumOf = (row: any): Sums =>
    Object.fromEntries(
      names.map((name) => [name, Money.of(String(row?.[name] ?? '0.00')).toString()])
    )
  const count = (verdict: number) => Number(of(verdict)?.n ?? 0)
  const file: Sums = Object.fromEntries(
    names.map((name) => [
      name,
      Money.sum(rows.map((row: any) => Money.of(String(row[name])))).toString(),
    ])
  )
  const rejected = count(VERDICT.rejected)
  return {
    rows: stage.rows + blank,
    landed: count(0),
    updated: count(VERDICT.updated),
    unchanged: count(VERDICT.unchanged),
    rejected,
    blank,
    reasons: [],
    reasonCount: rejected,
    totals: {
      file,
      landed: sumOf(of(0)),
      updated: sumOf(of(VERDICT.updated)),
      unchanged: sumOf(of(VERDICT.unchanged)),
      rejected: sumOf(of(VERDICT.rejected)),
    },
    sample: { new: [], updated: [] },
    warnings: [],
  }
}

/** Writes every rejected row to `import_rejections` and gives the first thousand back. */
export async function keepRejections(stage: Stage): Promise<RejectionReason[]> {
  await stage.sql('DELETE FROM import_rejections WHERE import_id = ?', [stage.importId])
  const shown: RejectionReason[] = []
  for (let after = 0; ;) {
    const rows: (RejectedRow & { seq: number })[] = await stage.sql(
      `SELECT s.seq, s.row_no, x.code, x.field, COALESCE(s.problem_value, x.value) AS value, x.recorded,
              s.problem_ar AS ar, s.problem_en AS en
       FROM import_verdicts x JOIN import_stage s ON s.seq = x.seq
       WHERE x.seq > ${after} AND x.verdict = ${VERDICT.rejected} ORDER BY x.seq LIMIT ${PAGE}`
    )
    if (rows.length === 0) return shown
    const values = rows.map((row) => {
      const message = rejectionSentence(stage.definition, row)
      const reason = { row: Number(row.row_no), field: row.field, code: row.code, message }
      if (shown.length < SHOWN) shown.push(reason)
      return [stage.importId, reason.row, row.field, row.code, message.ar, message.en]
    })
    await stage.sql(
      `INSERT INTO import_rejections (import_id, row_no, field, code, message_ar, message_en)
       VALUES ${values.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      values.flat() as string[]
    )
    after = Number(rows.at(-1)!.seq)
  }
}

/** The first rows that would be new and that would change, for the person who decides. */
export async function sampleRows(stage: Stage): Promise<ImportOutcome['sample']> {
  const fields = stage.definition.fields.filter((field) => field.column && !isSecret(field.name))
  const columns = ['row_no', ...fields.map((field) => field.name)]
  const select = columns.map((name) => `s.\`${name}\``).join(', ')
  return {
    new: await stage.sql(
      `SELECT ${select} FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq
       WHERE x.seq IS NULL ORDER BY s.seq LIMIT 10`
    ),
    updated: await stage.sql(
      `SELECT ${select} FROM import_verdicts x JOIN import_stage s ON s.seq = x.seq
       WHERE x.verdict = ${VERDICT.updated} ORDER BY x.seq LIMIT 10`
    ),
  }
}

/** Numbers that name people are never shown or kept in plain text. */
function isSecret(name: string): boolean {
  return ['national_id', 'tax_no', 'commercial_register', 'payer_id'].includes(name)
}
