import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { DisplayKind } from '#registry/displays/life'

/** A line that may be displayed, as its list will say it. */
export interface DisplaySubject {
  subject_type: 'legalisation_file' | 'round_line'
  subject_id: number
  number: string
  name: string
  place: string | null
  said: string | null
  area_m2: string | null
}

/** Why a list would be empty. */
export const NOTHING_TO_DISPLAY = {
  legalisation: sentence(
    'لا توجد طلبات تقنين قائمة لم تعرض ولم تبت فيها اللجنة في هذه الوحدة.',
    'This unit has no active requests that are neither displayed nor decided.'
  ),
  round: sentence(
    'لا توجد بنود معتمدة في هذا الحصر تُعرض.',
    'This round has no decided lines to display.'
  ),
} as const

/**
 * What a list displays: active legalisation requests of the unit and below that no committee decided and
 * no standing list shows, or the decided lines of a round. Restricted assets never hang out (R28).
 */
export async function subjectsOf(
  asked: { kind: DisplayKind; unitId: number; roundId: number | null },
  trx: Trx
): Promise<DisplaySubject[]> {
  return asked.kind === 'round' ? linesOf(asked.roundId!, trx) : requestsOf(asked.unitId, trx)
}

async function requestsOf(unitId: number, trx: Trx): Promise<DisplaySubject[]> {
  const [rows] = await trx.rawQuery(
    `SELECT 'legalisation_file' AS subject_type, f.id AS subject_id, f.portal_no AS number,
       f.applicant_name AS name, COALESCE(f.place, c.place) AS place,
       IF(f.ground = 'agricultural', 'زراعية', 'بناء') AS said, f.area_m2
     FROM unit_closure u JOIN legalisation_files f ON f.unit_id = u.descendant_id
     LEFT JOIN encroachment_cases c ON c.id = f.case_id LEFT JOIN assets a ON a.id = f.asset_id
     WHERE u.ancestor_id = ? AND f.status = 'active' AND f.committee_on IS NULL
       AND (a.id IS NULL OR a.security_class = 'normal')
       AND NOT EXISTS (SELECT 1 FROM display_entries e JOIN display_lists l ON l.id = e.list_id
         WHERE e.subject_type = 'legalisation_file' AND e.subject_id = f.id AND l.status <> 'withdrawn')
     ORDER BY f.filed_on, f.id`,
    [unitId]
  )
  return rows as DisplaySubject[]
}

async function linesOf(roundId: number, trx: Trx): Promise<DisplaySubject[]> {
  const [rows] = await trx.rawQuery(
    `SELECT 'round_line' AS subject_type, l.id AS subject_id, COALESCE(l.asset_code, CONCAT('+', l.id)) AS number,
       l.name, l.street AS place,
       CASE l.outcome WHEN 'found' THEN 'موجود' WHEN 'different' THEN 'مختلف عن السجل'
         WHEN 'not_found' THEN 'غير موجود' WHEN 'extra' THEN 'زائد عن السجل' END AS said, a.area_m2
     FROM round_lines l LEFT JOIN assets a ON a.id = l.asset_id
     WHERE l.round_id = ? AND l.status IN ('verified', 'disputed', 'not_found', 'posted')
       AND (a.id IS NULL OR a.security_class = 'normal')
     ORDER BY l.id`,
    [roundId]
  )
  return rows as DisplaySubject[]
}
