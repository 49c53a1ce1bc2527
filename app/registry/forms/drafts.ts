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

/** The form under which what was sent stands with its transaction. */
const SENT = 'sent'

interface SentContent {
  key: Omit<DraftKey, 'userId'>
  path: string
  typed: Typed
}

/** What was sent stays with its sender beside the transaction, in case it comes back refused. */
export async function keepSent(
  key: DraftKey,
  transactionId: number,
  sent: Omit<SentContent, 'key'>
) {
  const { userId, form, subjectId } = key
  const content: SentContent = { key: { form, subjectId }, ...sent }
  await keepDraft({ userId, form: SENT, subjectId: transactionId }, { ...content })
}

/** Whether a person may fill a form again with what he sent by it. */
export async function hasSent(userId: number, transactionId: number): Promise<boolean> {
  return (await draftOf({ userId, form: SENT, subjectId: transactionId })) !== null
}

/**
 * Puts what was sent back into its form as a draft, to be corrected and sent anew.
 * @returns the address of the form; null when nothing was kept
 */
export async function takeUpAgain(userId: number, transactionId: number): Promise<string | null> {
  const draft = await draftOf({ userId, form: SENT, subjectId: transactionId })
  if (!draft) return null
  const { key, path, typed } = draft.typed as unknown as SentContent
  // What has changed since is not overwritten by an old form: it is based on what stands now.
  await keepDraft({ userId, ...key }, { ...typed, base_version: '' })
  return `${path}${path.includes('?') ? '&' : '?'}preview=1`
}
