import db from '@adonisjs/lucid/services/db'

/** A leaf that is no longer blank. */
export interface EndedLeaf {
  number: number
  status: 'used' | 'void' | 'missing'
  amount: string | null
  payee: string | null
  on: string
  reason: string | null
}

/** What became of the leaves of a book: how many of each state, the next blank one, and each ended one. */
export async function leavesOf(bookId: number) {
  const rows = await db.from('cheque_leaves').where('book_id', bookId).orderBy('number')
  const counts = { blank: 0, used: 0, void: 0, missing: 0 }
  for (const { status } of rows) counts[status as keyof typeof counts] += 1
  const next: number | null = rows.find(({ status }) => status === 'blank')?.number ?? null
  const leaves: EndedLeaf[] = rows
    .filter(({ status }) => status !== 'blank')
    .map((row) => ({
      number: Number(row.number),
      status: row.status,
      amount: row.amount,
      payee: row.payee_name,
      on: row.ended_on,
      reason: row.reason,
    }))
  return { counts, next, leaves }
}
