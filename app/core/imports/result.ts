import { Money } from '#core/money'
import { rejectionSentence, type RejectedRow } from '#core/imports/sentences'
import type { Problem } from '#core/imports/problem'
import type { DrawnRow } from '#core/imports/definition'
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
  /** Several of one row where several fields are wrong. The first thousand; `reasonCount` counts them all. */
  reasons: RejectionReason[]
  reasonCount: number
  totals: { file: Sums; landed: Sums; updated: Sums; unchanged: Sums; rejected: Sums }
  sample: { new: Record<string, unknown>[]; updated: Record<string, unknown>[] }
  warnings: Sentence[]
  /** Some rows with their ground, where the kind has any. */
  drawn?: DrawnRow[]
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

/**
 * Writes every reason of every rejected row to `import_rejections`: as many as a row has, so that a
 * person corrects it once. Gives the first thousand back and how many there are.
 */
export async function keepRejections(
  stage: Stage
): Promise<Pick<ImportOutcome, 'reasons' | 'reasonCount'>> {
  await stage.sql('DELETE FROM import_rejections WHERE import_id = ?', [stage.importId])
  const reasons: RejectionReason[] = []
  let reasonCount = 0
  for (let after = 0; ;) {
    const rows: FirstReason[] = await stage.sql(
      `SELECT s.seq, s.row_no, x.code, x.field, COALESCE(s.problem_value, x.value) AS value, x.recorded,
              s.problem_ar AS ar, s.problem_en AS en, s.problem_more AS more
       FROM import_verdicts x JOIN import_stage s ON s.seq = x.seq
       WHERE x.seq > ${after} AND x.verdict = ${VERDICT.rejected} ORDER BY x.seq LIMIT ${PAGE}`
    )
    if (rows.length === 0) return { reasons, reasonCount }
    const upto = Number(rows.at(-1)!.seq)
    const found: (RejectedRow & { seq: number })[] = await stage.sql(
      `SELECT seq, code, field, value FROM import_reasons WHERE seq > ${after} AND seq <= ${upto}`
    )
    const judged = Map.groupBy(found, (one) => Number(one.seq))
    const values = rows.flatMap((row) =>
      everyReason(row, judged.get(Number(row.seq)) ?? []).map((one) => {
        const message = rejectionSentence(stage.definition, one)
        const reason = { row: Number(row.row_no), field: one.field, code: one.code, message }
        if (reasons.length < SHOWN) reasons.push(reason)
        return [stage.importId, reason.row, one.field, one.code, message.ar, message.en]
      })
    )
    reasonCount += values.length
    await stage.sql(
      `INSERT INTO import_rejections (import_id, row_no, field, code, message_ar, message_en)
       VALUES ${values.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      values.flat() as string[]
    )
    after = upto
  }
}

type FirstReason = RejectedRow & { seq: number; more: string | null }

/** The verdict, the other cells that could not be read, and what else the judgement found of the row. */
function everyReason(first: FirstReason, judged: RejectedRow[]): RejectedRow[] {
  const place = { row_no: first.row_no, recorded: null }
  const unread = ((first.more ? JSON.parse(first.more) : []) as Problem[]).map(
    ({ code, field, value, reason }): RejectedRow => ({
      ...place,
      ...{ code, field, value },
      ...{ ar: reason?.ar ?? null, en: reason?.en ?? null },
    })
  )
  const blamed = new Set([first, ...unread].map((one) => one.field))
  // One reason for each field: what cannot be read is not also unknown.
  const others = judged
    .filter((one) => !blamed.has(one.field))
    .map((one) => ({ ...one, ...place, ar: null, en: null }))
  return [first, ...unread, ...others]
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
