import type { Trx } from '#core/within'

/** An entry of the ledger that may take a line off the account under settlement. */
export interface ExplainingEntry {
  id: number
  number: number
  fiscalYear: string
  postedOn: string
  description: string
}

/** Entries that may explain a line: written by hand, or of a guarantee that the bank paid. */
const KINDS = "'journal_manual', 'journal_adjusting', 'journal_recurring', 'guarantee'"

/** An explanation counts while its entry is not reversed; as SQL over `line_explanations x`. */
export const LIVE = 'NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = x.entry_id)'

/** The account on which a line waits: debits on the first, credits on the second. */
export const waitsOn = (isDebit: boolean) => (isDebit ? 'INT-BANKDEBIT' : 'INT-TRANSIT')

/**
 * Entries of the line's unit with a credit on bank debits under settlement (of a debit) or a debit on
 * deposits in transit (of a credit) of its amount, not reversed, explaining no other line.
 */
export async function explainingEntries(
  line: { unitId: number; amount: string },
  trx: Pick<Trx, 'rawQuery'>
): Promise<ExplainingEntry[]> {
  const isDebit = line.amount.startsWith('-')
  const [rows] = await trx.rawQuery(
    `SELECT e.id, e.number, e.fiscal_year AS fiscalYear, e.posted_on AS postedOn, e.description
     FROM ledger_entries e WHERE e.kind IN (${KINDS}) AND e.reverses_id IS NULL
       AND e.id IN (SELECT l.entry_id FROM ledger_accounts a JOIN ledger_lines l ON l.account_id = a.id
         WHERE a.code = ? AND l.unit_id = ? AND ${isDebit ? 'l.credit' : 'l.debit'} = ABS(CAST(? AS DECIMAL(18,2))))
       AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = e.id)
       AND NOT EXISTS (SELECT 1 FROM line_explanations x WHERE x.entry_id = e.id)
     ORDER BY e.posted_on DESC, e.id DESC LIMIT 100`,
    [waitsOn(isDebit), line.unitId, line.amount]
  )
  return rows.map((row: ExplainingEntry) => ({
    ...row,
    id: Number(row.id),
    number: Number(row.number),
  }))
}
