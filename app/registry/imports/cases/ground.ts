import { Problem } from '#core/imports/problem'
import type { ImportField, StageRow } from '#core/imports/definition'
import { VERDICT, type Stage } from '#core/imports/stage'
import { fromWkb, toWkb, type Shape } from '#registry/geo/shape'
import { placeOf } from '#registry/imports/land/place'
import { placeFields } from '#registry/imports/land/place_fields'
import { problemsAt } from '#registry/imports/land/soundness'

const USED = [
  'geometry',
  'longitude',
  'latitude',
  'easting',
  'northing',
  'position',
  'crs',
  'file_crs',
]

/** Where a change or a request lies: the place of a register of land without its survey. */
export const groundFields: readonly ImportField[] = placeFields.filter(({ name }) =>
  USED.includes(name)
)

/** Columns of the stage that {@link putGround} fills. */
export const GROUND_COLUMNS = {
  shape_hex: 'LONGTEXT CHARACTER SET ascii',
  names_unit: 'TINYINT',
} as const

/** Reads the place of a row into the stage; what is no sound shape inside Egypt rejects the row. */
export function putGround(row: StageRow): Problem | null {
  row.names_unit = row.unit ? '1' : '0'
  const place = placeOf(row)
  if (place === null || place instanceof Problem) return place
  if (place.isAbroad) return new Problem('outside_egypt', '', 'geometry')
  const unsound = problemsAt(place.shape, false)
  if (unsound) return unsound
  row.shape_hex = toWkb(place.shape).toString('hex')
  return null
}

/** The shape of a row of the stage. */
export function shapeOfRow(row: { shape_hex: string | null }): Shape | null {
  return row.shape_hex ? fromWkb(Buffer.from(row.shape_hex, 'hex')) : null
}

export interface Rejected {
  seq: number
  code: string
  field: string
  value?: string
  recorded?: string
}

/** Rejects rows; one that has a verdict keeps it. */
export async function rejectRows(stage: Stage, rejected: readonly Rejected[]): Promise<void> {
  for (let from = 0; from < rejected.length; from += 1000) {
    const slice = rejected.slice(from, from + 1000)
    await stage.sql(
      `INSERT INTO import_verdicts (seq, verdict, code, field, value, recorded, record_id)
       VALUES ${slice.map(() => `(?, ${VERDICT.rejected}, ?, ?, ?, ?, NULL)`).join(', ')}
       ON DUPLICATE KEY UPDATE import_verdicts.seq = import_verdicts.seq`,
      slice.flatMap(({ seq, code, field, value = '', recorded = '' }) => [
        ...[seq, code, field],
        ...[value.slice(0, 190), recorded.slice(0, 190)],
      ])
    )
  }
}

const PAGE = 500

/** The rows that would be new, in the order of the file, with all their columns. */
export async function* newRows<Row extends { seq: number }>(stage: Stage): AsyncGenerator<Row> {
  for (let after = 0; ;) {
    const rows: Row[] = await stage.sql(
      `SELECT s.* FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq
       WHERE s.seq > ${after} AND x.seq IS NULL ORDER BY s.seq LIMIT ${PAGE}`
    )
    if (rows.length === 0) return
    yield* rows
    after = Number(rows.at(-1)!.seq)
  }
}
