import db from '@adonisjs/lucid/services/db'

export interface PostedMonth {
  id: number
  number: string
  postedOn: string
  total: string
  /** The entry that took it back. */
  reversedBy: number | null
}

/** Entries that a recurring journal has posted, month by month. */
export async function postedMonths(journalId: number): Promise<PostedMonth[]> {
  const [rows] = await db.rawQuery(
    `SELECT e.id, CONCAT(e.number, ' / ', e.fiscal_year) AS number, e.posted_on AS postedOn, e.total, r.id AS reversedBy
     FROM ledger_entries e LEFT JOIN ledger_entries r ON r.reverses_id = e.id
     WHERE e.business_key LIKE CONCAT('journal/', ?, '/%') AND e.kind = 'journal_recurring' ORDER BY e.posted_on`,
    [journalId]
  )
  return rows
}
