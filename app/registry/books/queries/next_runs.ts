import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { NOT_TAKEN_BACK } from '#registry/books/months'
import { visible, type Reader } from '#identity/access/visible'

export interface NextRun {
  unitId: number
  unit: { ar: string; en: string }
  /** `2026-10` */
  month: string
}

/** The units that keep books and the month each has to depreciate next, up to the last full month. */
export async function nextRuns(reader: Reader): Promise<NextRun[]> {
  const rows = await visible(
    db
      .from('asset_book_values as v')
      .join('units', 'units.id', 'v.unit_id')
      .where('v.is_open', true),
    reader,
    'registry.books.manage',
    'v.unit_id'
  )
    .groupBy('units.id', 'units.name_ar', 'units.name_en')
    .select('units.id', 'units.name_ar', 'units.name_en')
    .select(db.raw('MIN(v.spread_from) AS since'))
    .select(
      db.raw(
        `(SELECT MAX(o.effective_on) FROM asset_orders o WHERE o.unit_id = units.id AND o.kind = 'depreciation' AND o.status = 'approved' AND ${NOT_TAKEN_BACK}) AS last`
      )
    )
    .orderBy('units.id')
  const runs: NextRun[] = []
  for (const row of rows) {
    const month = row.last ? Month.containing(row.last).next() : Month.containing(row.since)
    if (month.compare(Month.current()) > 0) continue
    runs.push({
      unitId: Number(row.id),
      unit: { ar: row.name_ar, en: row.name_en },
      month: month.first.slice(0, 7),
    })
  }
  return runs
}
