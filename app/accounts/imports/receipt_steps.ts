import { postImport } from '#accounts/actions/post_import'
import { ledgerAccountIds } from '#accounts/imports/head_codes'
import { NEW_ROWS, VERDICT, type Stage } from '#core/imports/stage'

/** Money of rows whose head or validity a file corrects, as recorded and as it will be. */
const CORRECTED = `FROM import_verdicts x JOIN import_stage s ON s.seq = x.seq
  JOIN receipts t ON t.id = x.record_id
  WHERE x.verdict = ${VERDICT.updated} AND t.is_void = 0`

/** Books that a file names and nobody recorded are made; their range grows with what is seen. */
export async function makeBooksAndCashiers(stage: Stage): Promise<void> {
  if (stage.has('cashier')) {
    await stage.sql(
      `INSERT INTO cashiers (unit_id, code, name) SELECT DISTINCT s.unit_id, s.cashier, s.cashier
       ${NEW_ROWS} AND s.cashier IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM cashiers c WHERE c.unit_id = s.unit_id AND c.code = s.cashier)`
    )
  }
  await stage.sql(
    `INSERT INTO receipt_books (unit_id, book_no, first_no, last_no, cashier_id)
     SELECT f.unit_id, f.book_no, f.first_no, f.last_no, c.id FROM (
       SELECT s.unit_id, s.book_no, MIN(s.number) AS first_no, MAX(s.number) AS last_no, MIN(s.cashier) AS cashier
       ${NEW_ROWS} GROUP BY s.unit_id, s.book_no) f
     LEFT JOIN cashiers c ON c.unit_id = f.unit_id AND c.code = f.cashier
     ORDER BY f.unit_id, f.book_no
     ON DUPLICATE KEY UPDATE first_no = LEAST(receipt_books.first_no, VALUES(first_no)),
       last_no = GREATEST(receipt_books.last_no, VALUES(last_no)),
       cashier_id = COALESCE(receipt_books.cashier_id, VALUES(cashier_id))`
  )
}

/**
 * Dr cash in hand (cash, cheques) or electronic collections due / Cr revenue of the head; without a
 * known head, revenue under settlement. A correction posts the old effect back and the new one.
 */
export async function postReceipts(stage: Stage): Promise<void> {
  const codes = ['INT-CASH', 'INT-ECOLLECT', 'INT-REVSETTLE'] as const
  const account = await ledgerAccountIds(codes, (text, bindings) => stage.sql(text, bindings))
  const received = (method: string) =>
    `IF(${method} = 'electronic', ${account['INT-ECOLLECT']}, ${account['INT-CASH']})`
  const revenue = (alias: string) =>
    `COALESCE(${alias}.ledger_account_id, ${account['INT-REVSETTLE']})`

  await stage.sql(
    `CREATE TEMPORARY TABLE import_sums ENGINE=InnoDB AS
     SELECT s.unit_id, s.received_on, s.method, s.head_code, SUM(s.amount) AS amount
     ${NEW_ROWS} AND s.is_void = 0 GROUP BY s.unit_id, s.received_on, s.method, s.head_code`
  )
  const landed = [
    `SELECT f.unit_id, f.received_on AS posted_on, 'receipts' AS kind, ${received('f.method')} AS account_id,
       f.amount AS debit, 0 AS credit FROM import_sums f`,
    `SELECT f.unit_id, f.received_on, 'receipts', ${revenue('h')}, 0, f.amount
     FROM import_sums f LEFT JOIN revenue_heads h ON h.code = f.head_code`,
  ]
  await postImport(stage, [...landed, ...corrections(stage, received, revenue)].join(' UNION ALL '))
}

function corrections(
  stage: Stage,
  received: (method: string) => string,
  revenue: (alias: string) => string
): string[] {
  const kept = stage.has('void') ? 'AND s.is_void = 0' : ''
  const heads = `LEFT JOIN revenue_heads o ON o.code = t.head_code
    LEFT JOIN revenue_heads h ON h.code = COALESCE(s.head_code, t.head_code)`
  const from = CORRECTED.replace('WHERE', `${heads} WHERE`)
  const line = (account: string, debit: string, credit: string) =>
    `SELECT t.unit_id, t.received_on, 'receipts_corrected', ${account}, ${debit}, ${credit} ${from}`
  return [
    line(revenue('o'), 't.amount', '0'),
    line(received('t.method'), '0', 't.amount'),
    `${line(received('t.method'), 't.amount', '0')} ${kept}`,
    `${line(revenue('h'), '0', 't.amount')} ${kept}`,
  ]
}

/** A correction that would move money of a locked month is refused. */
export async function rejectLockedCorrections(stage: Stage): Promise<void> {
  await stage.sql(
    `UPDATE import_verdicts x JOIN import_stage s ON s.seq = x.seq JOIN receipts t ON t.id = x.record_id
     JOIN accounting_periods p ON p.unit_id = t.unit_id AND p.state = 'locked'
       AND p.month = DATE_FORMAT(t.received_on, '%Y-%m-01')
     SET x.verdict = ${VERDICT.rejected}, x.code = 'period_locked', x.field = 'received_on', x.value = t.received_on
     WHERE x.verdict = ${VERDICT.updated} AND t.is_void = 0
       AND ((s.head_code IS NOT NULL AND NOT (s.head_code <=> t.head_code)) OR s.is_void = 1)`
  )
}
