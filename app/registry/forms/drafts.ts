import db from '@adonisjs/lucid/services/db'
import type { Typed } from '#registry/forms/typed'

/** Which form of whom: `create` of a class, or a kind of change of an asset. */
export interface DraftKey {
  userId: number
  form: string
  subjectId: number
}

export interface Draft {
  typed: Typed
  updatedAt: Date
}

const where = ({ userId, form, subjectId }: DraftKey) => ({
  user_id: userId,
  form,
  subject_id: subjectId,
})

/** What a person typed and did not send yet. It is his alone, and no fact of the register. */
export async function draftOf(key: DraftKey): Promise<Draft | null> {
  const row = await db.from('form_drafts').where(where(key)).select('content', 'updated_at').first()
  return row ? { typed: JSON.parse(row.content) as Typed, updatedAt: row.updated_at } : null
}

export async function keepDraft(key: DraftKey, typed: Typed): Promise<void> {
  await db.rawQuery(
    `INSERT INTO form_drafts (user_id, form, subject_id, content) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE content = VALUES(content), updated_at = CURRENT_TIMESTAMP(3)`,
    [key.userId, key.form, key.subjectId, JSON.stringify(typed)]
  )
}

export async function forgetDraft(key: DraftKey): Promise<void> {
  await db.from('form_drafts').where(where(key)).delete()
}
