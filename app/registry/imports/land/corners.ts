import { Problem } from '#core/imports/problem'
import type { Gathered } from '#core/imports/definition'
import type { PlannedField } from '#core/imports/mapping'
import { BATCH_ROWS, type RawRow, type TableSource } from '#core/readers/types'
import { placeFields } from '#registry/imports/land/place_fields'
import { landReasons } from '#registry/imports/land/reasons'

/** Fields by which the lines of one parcel belong together. */
const NAMES = ['code', 'unit', 'unified_property_no', 'site_no', 'hod', 'plot_no']
const COORDINATES = ['easting', 'northing', 'longitude', 'latitude']

interface Parcel {
  first: RawRow
  corners: { order: number; text: string }[]
  problem: Problem | null
}

/**
 * كشف النقاط: a sheet with a line for each corner (parcel, corner number, easting, northing) becomes a
 * table with a row for each parcel, its outline drawn through the corners in their order. What else
 * the sheet says is taken from the parcel's first line.
 */
export function gatherCorners(
  table: TableSource,
  fields: readonly PlannedField[]
): Gathered | null {
  const corner = fields.find(({ field }) => field.name === 'corner_no')
  const x = fields.find(({ field }) => field.name === 'easting' || field.name === 'longitude')
  const y = fields.find(({ field }) => field.name === 'northing' || field.name === 'latitude')
  const names = fields.filter(({ field, index }) => NAMES.includes(field.name) && index >= 0)
  if (!corner || !x || !y || names.length === 0) return null
  const degrees = x.field.name === 'longitude'
  const geometry = placeFields.find(({ name }) => name === 'geometry')!
  const system = placeFields.find(({ name }) => name === 'file_crs')!
  const width = table.columns.length
  const kept = fields.filter(
    ({ field }) => !['corner_no', 'geometry', ...COORDINATES].includes(field.name)
  )
  const gathered: TableSource = {
    ...table,
    warnings: table.warnings,
    async *rows() {
      const { parcels, lines, blanks } = await read(table, names, corner, x, y)
      gathered.warnings.push({
        code: 'corners_gathered',
        ar: `${lines} سطرًا من نقاط الحدود جُمعت في ${parcels.length} قطعة.`,
        en: `${lines} lines of corners were gathered into ${parcels.length} parcels.`,
        count: lines,
      })
      const rows = parcels.map((parcel) => parcelRow(parcel, width, degrees))
      const all = [...rows, ...blanks]
      for (let from = 0; from < all.length; from += BATCH_ROWS)
        yield all.slice(from, from + BATCH_ROWS)
    },
  }
  const drawn: PlannedField[] = [{ field: geometry, index: width, constant: null }]
  if (degrees) drawn.push({ field: system, index: width + 1, constant: null })
  return {
    table: gathered,
    fields: [...kept.filter(({ field }) => !degrees || field.name !== 'file_crs'), ...drawn],
  }
}

async function read(
  table: TableSource,
  names: readonly PlannedField[],
  corner: PlannedField,
  x: PlannedField,
  y: PlannedField
) {
  const parcels = new Map<string, Parcel>()
  const blanks: RawRow[] = []
  let lines = 0
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if (row.blank) {
        blanks.push(row)
        continue
      }
      lines++
      const key = names.map(({ index }) => row.cells[index] ?? '').join('\n')
      const parcel = parcels.get(key) ?? { first: row, corners: [], problem: null }
      parcels.set(key, parcel)
      const [order, east, north] = [corner, x, y].map((field) => number(row, field))
      if (order === null || east === null || north === null || row.problem) {
        parcel.problem ??= new Problem('corner_unreadable', String(row.number), 'corner_no')
      } else parcel.corners.push({ order: Number(order), text: `${east} ${north}` })
    }
  }
  return { parcels: [...parcels.values()], lines, blanks }
}

function number(row: RawRow, { field, index, constant }: PlannedField): string | null {
  const text = index === -1 ? constant : (row.cells[index] ?? null)
  const value = text === null ? null : field.parse(text)
  return typeof value === 'string' ? value : null
}

function parcelRow({ first, corners, problem }: Parcel, width: number, degrees: boolean): RawRow {
  const ring = corners.toSorted((a, b) => a.order - b.order).map(({ text }) => text)
  // Sheets that close the outline name the first corner again.
  if (ring.length > 1 && ring[0] === ring.at(-1)) ring.pop()
  const wrong =
    problem ??
    (ring.length < 3 ? new Problem('corners_few', String(ring.length), 'corner_no') : null)
  const cells = Array.from({ length: width }, (_, index) => first.cells[index] ?? null)
  cells.push(wrong ? null : `POLYGON((${[...ring, ring[0]].join(', ')}))`)
  cells.push(degrees ? 'EPSG:4326' : null)
  if (!wrong) return { number: first.number, cells, blank: false }
  const { ar, en } = landReasons[wrong.code]!(wrong.value, '')
  return { number: first.number, cells, blank: false, problem: { code: wrong.code, ar, en } }
}
