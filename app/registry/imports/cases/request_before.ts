import type { Day } from '#core/days'
import type { Stage } from '#core/imports/stage'
import type { CaseState } from '#registry/encroachments/life'
import type EncroachmentCase from '#registry/models/encroachment_case'

/** A case as it stood before a file of requests moved it. */
export interface CaseBefore {
  opened: boolean
  status: CaseState
  statusSince: Day
  deadlineOn: Day | null
  screenedBy: number | null
  /** The last step that the import took: what follows is the work of people. */
  lastStep?: number
}

/** Keeps how a case stood, so that the import can be taken back. */
export async function keepCaseBefore(
  { trx, importId }: Stage,
  { id, status, statusSince, deadlineOn, screenedBy }: EncroachmentCase,
  { opened }: { opened: boolean }
): Promise<void> {
  const before: CaseBefore = { opened, status, statusSince, deadlineOn, screenedBy }
  await trx.rawQuery(
    `INSERT IGNORE INTO import_changes (import_id, table_name, record_id, before_value)
     VALUES (?, 'encroachment_cases', ?, ?)`,
    [importId, id, JSON.stringify(before)] as never[]
  )
}

/** Keeps which step of the case was the last that the import took. */
export async function keepLastStep({ trx, importId }: Stage, caseId: number): Promise<void> {
  await trx.rawQuery(
    `UPDATE import_changes SET before_value = JSON_SET(before_value, '$.lastStep',
       (SELECT MAX(id) FROM encroachment_steps WHERE case_id = ?))
     WHERE import_id = ? AND table_name = 'encroachment_cases' AND record_id = ?`,
    [caseId, importId, caseId]
  )
}
