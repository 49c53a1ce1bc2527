import { ApprovalSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'

/** A second person's decision on what a first one made, bound to the fingerprint of the document. */
export default class Approval extends ApprovalSchema {
  /** Decisions on documents that the reader may see by this permission. */
  static visibleTo(reader: Reader, permission: Permission) {
    return visible(this.query(), reader, permission)
  }

  static async of(subjectType: string, subjectId: number, step?: string) {
    return this.query()
      .where({ subject_type: subjectType, subject_id: subjectId })
      .if(step !== undefined, (query) => query.where('step', step!))
      .orderBy('id')
  }
}
