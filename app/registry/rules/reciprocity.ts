import db from '@adonisjs/lucid/services/db'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Finding } from '#registry/rules/finding'
import { SIDES, type Side } from '#registry/rules/sides'

const OPPOSITE: Readonly<Record<Side, Side>> = {
  north: 'south',
  south: 'north',
  east: 'west',
  west: 'east',
}

interface Row {
  side: Side
  neighbour_id: number
  code: string
  security_class: string
  theirs: string | null
  answers: number
}

/**
 * Rule R29: who names a neighbour in the north is named by him in the south. Said only of neighbours
 * whose own boundaries are recorded; one that names other sides, or does not name it, is pointed out.
 */
export async function judgeReciprocity(
  assetId: number,
  { trx }: { trx?: Trx } = {}
): Promise<Finding[]> {
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT b.side, b.neighbour_asset_id AS neighbour_id, n.code, n.security_class,
            GROUP_CONCAT(DISTINCT CASE WHEN r.neighbour_asset_id = b.asset_id THEN r.side END) AS theirs,
            COUNT(r.id) AS answers
       FROM asset_boundaries b
       JOIN assets n ON n.id = b.neighbour_asset_id
       LEFT JOIN asset_boundaries r ON r.asset_id = b.neighbour_asset_id AND r.valid_to IS NULL
      WHERE b.asset_id = ? AND b.valid_to IS NULL AND b.side <> 'other'
      GROUP BY b.id, b.side, b.neighbour_asset_id, n.code, n.security_class
      ORDER BY b.id`,
    [assetId]
  )
  return (rows as Row[]).flatMap((row) => {
    const theirs = row.theirs?.split(',') ?? []
    if (Number(row.answers) === 0 || theirs.includes(OPPOSITE[row.side])) return []
    return [unanswered(row, theirs)]
  })
}

function unanswered(row: Row, theirs: string[]): Finding {
  const [side, opposite] = [SIDES[row.side], SIDES[OPPOSITE[row.side]]]
  const isOpen = row.security_class === 'normal'
  const named = isOpen
    ? sentence(row.code, row.code)
    : sentence('جار محجوب البيانات', 'a neighbour whose data are restricted')
  return {
    rule: 'R29',
    severity: 'warning',
    messages: sentence(
      `الحد ال${side.ar} مسجل مع ${named.ar} وهو لا يذكر هذا الأصل في حده ال${opposite.ar}.`,
      `The ${side.en} side names ${named.en}, which does not name this asset on its ${opposite.en} side.`
    ),
    cure: sentence(
      'راجع حدود الأصلين في سنديهما وسجل تصحيح حدود لأحدهما.',
      'Compare the boundaries in both deeds and record a correction of one of them.'
    ),
    facts: { side: row.side, assetId: isOpen ? Number(row.neighbour_id) : null, theirs },
    overridable: true,
  }
}
