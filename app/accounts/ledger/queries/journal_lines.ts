import db from '@adonisjs/lucid/services/db'

export interface ShownLine {
  account: string
  debit: string | null
  credit: string | null
  fund: string | null
  centre: string | null
  memo: string | null
}

/** Lines of an entry written by hand, debits first, as the page shows them. */
export async function journalLines(journalId: number, locale: string): Promise<ShownLine[]> {
  const name = locale === 'en' ? 'name_en' : 'name_ar'
  const [rows] = await db.rawQuery(
    `SELECT CONCAT(a.code, ' ', a.${name}) AS account, NULLIF(l.debit, 0) AS debit, NULLIF(l.credit, 0) AS credit,
       f.${name} AS fund, l.centre, l.memo
     FROM journal_lines l JOIN ledger_accounts a ON a.id = l.account_id LEFT JOIN budget_codes f ON f.id = l.fund_id
     WHERE l.journal_id = ? ORDER BY l.debit = 0, l.id`,
    [journalId]
  )
  return rows
}
