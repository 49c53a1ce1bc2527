import db from '@adonisjs/lucid/services/db'
import type { DrawnRow } from '#core/imports/definition'
import type { Locale } from '#core/domain_error'
import type { Shape } from '#registry/geo/types'
import { picture } from '#registry/register/shape_picture'

/** A drawn row as the page lists it, with every reason for which it was rejected. */
export interface ListedRow {
  row: number
  verdict: DrawnRow['verdict']
  label: string | null
  reasons: string[]
}

/** The rows of a file on a map, as a picture for pages without scripts, and as a list. */
export async function drawnRows(importId: number, drawn: readonly DrawnRow[], locale: Locale) {
  const rejected = drawn.filter(({ verdict }) => verdict === 'rejected')
  const found = await db
    .from('import_rejections')
    .where('import_id', importId)
    .whereIn('row_no', [0, ...rejected.map(({ row }) => row)])
    .orderBy('id')
    .select('row_no', `message_${locale} as message`)
  const reasons = new Map<number, string[]>()
  for (const { row_no: row, message } of found) {
    reasons.set(row, [...(reasons.get(row) ?? []), message])
  }
  const rows = drawn.map(({ row, verdict, label }): ListedRow => ({
    row,
    verdict,
    label,
    reasons: reasons.get(row) ?? [],
  }))
  return {
    rows,
    picture: picture(
      drawn.map(({ shape, verdict, row }) => ({
        shape: shape as Shape,
        when: verdict,
        label: String(row),
      }))
    ),
    shapes: drawn.map(({ shape, verdict, row, label }) => ({
      shape,
      tone: `is-${verdict}`,
      label: [row, label].filter(Boolean).join(' — '),
      url: `#row-${row}`,
      ...(verdict === 'rejected' ? { sign: '✕' } : {}),
    })),
  }
}
