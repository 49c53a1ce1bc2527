import type { DrawnRow } from '#core/imports/definition'
import { VERDICT, type Stage } from '#core/imports/stage'
import { bbox, fromDb } from '#registry/geo/shape'
import { simplified } from '#registry/geo/simplify'
import { stateOf } from '#registry/imports/land/state'

/** Rejected rows that are drawn, and as many of the others: a page shows no more at once. */
const MOST = 300
/** Corners are left out that no eye would miss: this share of the shape's own size. */
const FINE = 1 / 200

const NAMES = {
  0: 'new',
  [VERDICT.rejected]: 'rejected',
  [VERDICT.unchanged]: 'unchanged',
  [VERDICT.updated]: 'updated',
} as const

/** The ground of the first rows that are rejected and of the first that are not. */
export async function drawnRows(stage: Stage): Promise<DrawnRow[]> {
  const state = stateOf(stage)
  if (state.shapes.length === 0) return []
  const named = stage.has('name') ? 's.name' : 'NULL'
  const rowsWhere = (condition: string): Promise<Record<string, any>[]> =>
    stage.sql(
      `SELECT s.row_no, s.shape_no, COALESCE(x.verdict, 0) AS verdict, ${named} AS label
         FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq
        WHERE s.shape_no IS NOT NULL AND ${condition} ORDER BY s.seq LIMIT ${MOST}`
    )
  const rows = [
    ...(await rowsWhere(`x.verdict = ${VERDICT.rejected}`)),
    ...(await rowsWhere(`(x.verdict IS NULL OR x.verdict <> ${VERDICT.rejected})`)),
  ]
  return rows.map((row) => {
    const shape = fromDb(state.shapes[Number(row.shape_no) - 1]!.wkb)
    const [west, south, east, north] = bbox(shape)
    const size = Math.max(east - west, north - south)
    return {
      row: Number(row.row_no),
      verdict: NAMES[Number(row.verdict) as keyof typeof NAMES],
      label: row.label,
      shape: shape.type === 'Point' ? shape : (simplified(shape, size * FINE, 7) ?? shape),
    }
  })
}
