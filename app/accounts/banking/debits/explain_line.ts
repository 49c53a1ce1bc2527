import { sentence } from '#core/domain_error'
import { within } from '#core/within'
import { Trail } from '#audit/trail'
import { DebitMatchError } from '#accounts/banking/errors'
import type { BankAct } from '#accounts/payments/voucher_step'

/**
 * Tells which entry of the ledger takes a line off the account under settlement (charges of the bank, a
 * transfer, money given back): an approved entry written by hand, of the line's unit and amount.
 * @throws DebitMatchError where the entry is not that, or explains another line
 */
export async function explainLine(
  {
    lineId,
    entryNo,
    fiscalYear,
    note,
  }: { lineId: number; entryNo: number; fiscalYear: string; note: string },
  act: Omit<BankAct, 'on'>
): Promise<void> {
  await within(act.trx, async (trx) => {
    const [[line]] = await trx.rawQuery(
      'SELECT unit_id, amount, booked_on FROM bank_lines WHERE id = ? FOR UPDATE',
      [lineId]
    )
    const isDebit = String(line.amount).startsWith('-')
    const [[entry]] = await trx.rawQuery(
      `SELECT e.id FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id
       WHERE e.unit_id = ? AND e.fiscal_year = ? AND e.number = ? AND e.kind IN ('journal_manual', 'journal_adjusting', 'journal_recurring')
         AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = e.id)
         AND a.code = ? AND IF(?, l.credit, l.debit) = ABS(CAST(? AS DECIMAL(18,2)))`,
      [
        line.unit_id,
        fiscalYear,
        entryNo,
        isDebit ? 'INT-BANKDEBIT' : 'INT-TRANSIT',
        isDebit,
        String(line.amount),
      ]
    )
    const [[order]] = await trx.rawQuery('SELECT id FROM payment_orders WHERE bank_line_id = ?', [
      lineId,
    ])
    const [[used]] = await trx.rawQuery(
      'SELECT bank_line_id FROM line_explanations WHERE bank_line_id = ? OR entry_id = ?',
      [lineId, entry?.id ?? 0]
    )
    if (!entry || order || used) throw notThisEntry(entryNo, isDebit)
    await trx.rawQuery(
      'INSERT INTO line_explanations (bank_line_id, entry_id, explained_by, note) VALUES (?, ?, ?, ?)',
      [lineId, entry.id, act.by.id!, note.slice(0, 500)]
    )
    await Trail.record(
      {
        action: 'bank_line.explained',
        unitId: Number(line.unit_id),
        subjectType: 'bank_line',
        subjectId: lineId,
        label: `${line.booked_on} ${line.amount}`,
        after: { entryNo, fiscalYear, note },
      },
      { by: act.by.asActor(act.requestId), trx }
    )
  })
}

const notThisEntry = (entryNo: number, isDebit: boolean) =>
  new DebitMatchError(
    sentence(
      `القيد رقم ${entryNo} لا يسوي هذا السطر: يلزم قيد يدوي معتمد لم يعكس ولم يسو غيره، فيه سطر ${isDebit ? 'دائن على الخصومات البنكية' : 'مدين على الإيداعات في الطريق'} بمبلغ السطر.`,
      `Entry ${entryNo} does not settle this line: it takes an approved manual entry, not reversed, settling no other, with a ${isDebit ? 'credit on bank debits' : 'debit on deposits in transit'} of the line’s amount.`
    )
  )
