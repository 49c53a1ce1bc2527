import type { Trx } from '#core/within'

/** A second person's yes to a document that another one made. */
export interface Approval {
  unitId: number
  /** Table-like name of the document: `import`, … */
  subjectType: string
  subjectId: number
  /** Which of the document's steps was approved. */
  step: string
  madeBy: number
  decidedBy: number
  /** SHA-256 of what was approved, 32 bytes. */
  documentHash: Buffer
}

/**
 * Keeps an approval in the transaction of the step it allows. The table itself refuses an approval by
 * the maker, whatever the caller forgot to ask.
 */
export async function recordApproval(approval: Approval, trx: Trx): Promise<void> {
  await trx.rawQuery(
    `INSERT INTO approvals (unit_id, subject_type, subject_id, step, made_by, decided_by, decision, document_hash)
     VALUES (?, ?, ?, ?, ?, ?, 'approved', ?)`,
    [
      approval.unitId,
      approval.subjectType,
      approval.subjectId,
      approval.step,
      approval.madeBy,
      approval.decidedBy,
      approval.documentHash,
    ] as never
  )
}
