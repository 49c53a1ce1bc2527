import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'

/** One line of what became of a document, as its page shows it. */
export interface Happened {
  /** Key under `accounts.holdings.history`. */
  what: string
  who: string
  at: unknown
  reason: string | null
  /** The state it was in afterwards, where the step tells one. */
  state: string | null
}

/** A posted entry as the page of its document names it. */
export interface PostedEntry {
  label: string
  on: string
  description: string
  total: string
  /** Null for who may not read the ledger of the unit. */
  url: string | null
}

interface Subject {
  type: 'advance' | 'guarantee' | 'penalty' | 'cheque_book' | 'cash_transfer' | 'surety'
  id: number
}

/** What the approval tells beside the step that it decided, which knows the state and the reason. */
const TOLD_TWICE: ReadonlySet<string> = new Set([
  'advance.approved',
  'advance.refused',
  'guarantee.approved',
  'penalty.approved',
  'penalty.refused',
])

/** What the trail tells of a document, oldest first. */
export async function historyOf(
  { type, id }: Subject,
  user: User,
  permission: Permission
): Promise<Happened[]> {
  const rows = await visible(db.from('trail'), user, permission, 'trail.unit_id')
    .where({ subject_type: type, subject_id: id })
    .orderBy('seq')
    .select('action', 'actor_name', 'occurred_at', 'reason', 'after_value')
  return rows
    .filter(({ action }) => !TOLD_TWICE.has(action))
    .map((row) => ({
      what: String(row.action).replace('.', '_'),
      who: row.actor_name,
      at: row.occurred_at,
      reason: row.reason,
      state: row.after_value ? (JSON.parse(row.after_value).status ?? null) : null,
    }))
}

/**
 * Entries that a document posted.
 * @param keys business keys it posts under; one that ends in a slash stands for all that begin so
 */
export async function entriesOf(keys: readonly string[], user: User): Promise<PostedEntry[]> {
  if (keys.length === 0) return []
  const rows = await db
    .from('ledger_entries')
    .where((query) => {
      for (const key of keys) {
        const like = key.replace(/[\\%_]/g, (sign) => `\\${sign}`)
        void query.orWhereRaw('business_key LIKE ?', [key.endsWith('/') ? `${like}%` : like])
      }
    })
    .orderBy('id')
    .select('id', 'unit_id', 'number', 'fiscal_year', 'posted_on', 'description', 'total')
  return rows.map((row) => ({
    label: `${row.number}/${row.fiscal_year}`,
    on: row.posted_on,
    description: row.description,
    total: row.total,
    url: user.can('accounts.ledger.read', Number(row.unit_id))
      ? `/papers/ledger_entries/${row.id}`
      : null,
  }))
}
