import type { Day } from '#core/days'
import type { Trx } from '#core/within'

export interface Method {
  bookId: number
  isPosted: boolean
  method: 'straight_line' | 'declining' | 'none'
  lifeMonths: number | null
  yearlyRate: string | null
  salvageShare: string
}

/**
 * How each book that is open depreciates a class on a day: the class's own dated method, else that of the nearest
 * class above it, else none. Land and what is not depreciable is never depreciated.
 */
export async function methodsFor(classId: number, on: Day, trx: Trx): Promise<Method[]> {
  const [rows] = await trx.rawQuery(
    `WITH RECURSIVE above AS (
       SELECT id, code, parent_id, is_depreciable, 0 AS depth FROM asset_classes WHERE id = ?
       UNION ALL
       SELECT c.id, c.code, c.parent_id, c.is_depreciable, a.depth + 1 FROM asset_classes c JOIN above a ON c.id = a.parent_id)
     SELECT * FROM (
       SELECT b.id AS bookId, b.is_posted AS isPosted, m.method, m.life_months AS lifeMonths,
         m.yearly_rate AS yearlyRate, m.salvage_share AS salvageShare,
         (SELECT is_depreciable FROM above WHERE depth = 0) AS depreciable,
         ROW_NUMBER() OVER (PARTITION BY b.id ORDER BY a.depth IS NULL, a.depth, m.valid_from DESC) AS place
       FROM depreciation_books b
       LEFT JOIN (depreciation_methods m JOIN above a ON a.code = m.class_code)
         ON m.book_id = b.id AND m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to > ?)
       WHERE b.closed_on IS NULL OR b.closed_on > ?) found
     WHERE place = 1 ORDER BY bookId`,
    [classId, on, on, on]
  )
  return (rows as Record<string, any>[]).map((row) => {
    const none = !row.depreciable || !row.method || row.method === 'none'
    return {
      bookId: Number(row.bookId),
      isPosted: Boolean(row.isPosted),
      method: none ? 'none' : row.method,
      lifeMonths: none ? null : row.lifeMonths,
      yearlyRate: none ? null : row.yearlyRate,
      salvageShare: none ? '0' : String(row.salvageShare),
    }
  })
}
