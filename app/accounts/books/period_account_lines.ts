import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { AccountFigures } from '#accounts/books/figures'

/** The lines of form 75 as they were written. */
export async function linesOf(
  periodAccountId: number,
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<Omit<AccountFigures, 'lineCount'>[]> {
  const [rows] = await trx.rawQuery(
    `SELECT a.id, a.code, a.name_ar, a.name_en, a.class, p.brought_debit, p.brought_credit, p.debit, p.credit,
       p.carried_debit, p.carried_credit
     FROM period_account_lines p JOIN ledger_accounts a ON a.id = p.account_id
     WHERE p.period_account_id = ? ORDER BY a.code`,
    [periodAccountId]
  )
  const sides = (row: Record<string, string>, part: string) => ({
    debit: Money.of(row[`${part}debit`]!),
    credit: Money.of(row[`${part}credit`]!),
  })
  return rows.map((row: Record<string, string>) => ({
    accountId: Number(row.id),
    code: row.code!,
    nameAr: row.name_ar!,
    nameEn: row.name_en!,
    class: row.class as AccountFigures['class'],
    brought: sides(row, 'brought_'),
    moved: sides(row, ''),
    carried: sides(row, 'carried_'),
  }))
}

/** Writes the lines of a draft anew. */
export async function writeLines(
  id: number,
  rows: readonly AccountFigures[],
  trx: Trx
): Promise<void> {
  await trx.rawQuery('DELETE FROM period_account_lines WHERE period_account_id = ?', [id])
  if (!rows.length) return
  const values = rows.flatMap(({ accountId, brought, moved, carried }) => [
    ...[id, accountId, brought.debit, brought.credit, moved.debit, moved.credit],
    ...[carried.debit, carried.credit],
  ])
  await trx.rawQuery(
    `INSERT INTO period_account_lines (period_account_id, account_id, brought_debit, brought_credit, debit, credit,
       carried_debit, carried_credit) VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    values.map(String)
  )
}
