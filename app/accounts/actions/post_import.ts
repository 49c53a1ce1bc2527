import { Money } from '#core/money'
import { nextNumbers } from '#core/numbering'
import { PeriodLockedError, UnbalancedMemoError } from '#accounts/errors'
import { addSelectedToTotals } from '#accounts/ledger/totals'
import { LEDGER_BOOK } from '#accounts/ledger/number_entries'
import type { Stage } from '#core/imports/stage'
import type { UndoStage } from '#core/imports/undo'

/** What an entry of an import is called, by its kind. */
const DESCRIPTIONS: Record<string, string> = {
  receipts: 'متحصلات',
  receipts_corrected: 'تصحيح متحصلات',
  deposit_slips: 'حوافظ توريد',
  settlements: 'تسويات تحصيل إلكتروني',
  bank_credits: 'إضافات بنكية',
  bank_debits: 'خصومات بنكية',
  opening_balances: 'أرصدة افتتاحية',
}

const FISCAL_YEAR = `IF(MONTH(posted_on) >= 7, CONCAT(YEAR(posted_on), '/', YEAR(posted_on) + 1),
  CONCAT(YEAR(posted_on) - 1, '/', YEAR(posted_on)))`

/**
 * Posts everything that lands, set by set: one entry per import × unit × day × kind.
 *
 * `lines` is a SELECT of `(unit_id, posted_on, kind, account_id, debit, credit)`, with `funds` also of
 * `fund_id` (0: none), any number of rows per account; they are netted here. The entry of a row is then
 * found in `import_postings` by unit, day and kind. Numbers are taken as one block per unit and fiscal
 * year, so they stay gapless.
 * @throws UnbalancedMemoError where memo accounts would stand against accounts of money
 */
export async function postImport(
  stage: Stage,
  lines: string,
  { funds = false }: { funds?: boolean } = {}
): Promise<void> {
  await stage.sql(
    `CREATE TEMPORARY TABLE import_posting_lines (
       unit_id BIGINT UNSIGNED NOT NULL, posted_on DATE NOT NULL, kind VARCHAR(40) CHARACTER SET ascii NOT NULL,
       account_id BIGINT UNSIGNED NOT NULL, fund_id BIGINT UNSIGNED NOT NULL,
       debit DECIMAL(18,2) NOT NULL, credit DECIMAL(18,2) NOT NULL,
       PRIMARY KEY (unit_id, posted_on, kind, account_id, fund_id)) ENGINE=InnoDB`
  )
  await stage.sql(
    `INSERT INTO import_posting_lines
     SELECT unit_id, posted_on, kind, account_id, ${funds ? 'fund_id' : '0'} AS fund,
            GREATEST(SUM(debit) - SUM(credit), 0), GREATEST(SUM(credit) - SUM(debit), 0)
     FROM (${lines}) facts GROUP BY unit_id, posted_on, kind, account_id, fund HAVING SUM(debit) <> SUM(credit)`
  )
  await assertMemoApart(stage)
  await stage.sql(
    `CREATE TEMPORARY TABLE import_postings (
       unit_id BIGINT UNSIGNED NOT NULL, posted_on DATE NOT NULL, kind VARCHAR(40) CHARACTER SET ascii NOT NULL,
       fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, total DECIMAL(18,2) NOT NULL,
       line_count MEDIUMINT UNSIGNED NOT NULL, entry_id BIGINT UNSIGNED NULL, PRIMARY KEY (unit_id, posted_on, kind)) ENGINE=InnoDB`
  )
  await stage.sql(
    `INSERT INTO import_postings (unit_id, posted_on, kind, fiscal_year, total, line_count)
     SELECT unit_id, posted_on, kind, ${FISCAL_YEAR}, SUM(debit), COUNT(*)
     FROM import_posting_lines GROUP BY unit_id, posted_on, kind`
  )
  await insertEntries(stage)
  await stage.sql(
    `UPDATE import_postings p JOIN ledger_entries e
       ON e.business_key = CONCAT('import/${stage.importId}/', p.kind, '/', p.unit_id, '/', p.posted_on)
     SET p.entry_id = e.id`
  )
  await stage.sql(
    `INSERT INTO ledger_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit, fund_id)
     SELECT p.entry_id, p.line_count, ROW_NUMBER() OVER (PARTITION BY p.entry_id ORDER BY l.debit DESC, l.account_id, l.fund_id) AS line_no,
       l.account_id, l.unit_id, l.posted_on, l.debit, l.credit, NULLIF(l.fund_id, 0)
     FROM import_posting_lines l JOIN import_postings p
       ON p.unit_id = l.unit_id AND p.posted_on = l.posted_on AND p.kind = l.kind
     ORDER BY p.entry_id, line_no`
  )
  await stage.sql(
    'INSERT INTO ledger_seals (entry_id) SELECT entry_id FROM import_postings ORDER BY entry_id'
  )
  await stage.sql(
    addSelectedToTotals(
      'SELECT unit_id, posted_on, account_id, fund_id, debit, credit FROM import_posting_lines'
    )
  )
}

/** As of every entry: memo accounts stand against memo accounts. */
async function assertMemoApart(stage: Stage): Promise<void> {
  const [memo] = await stage.sql(
    `SELECT SUM(l.debit) AS debit, SUM(l.credit) AS credit
     FROM import_posting_lines l JOIN ledger_accounts a ON a.id = l.account_id AND a.class = 'memo'
     GROUP BY l.unit_id, l.posted_on, l.kind HAVING SUM(l.debit) <> SUM(l.credit) LIMIT 1`
  )
  if (memo) throw new UnbalancedMemoError(Money.of(memo.debit), Money.of(memo.credit))
}

async function insertEntries(stage: Stage): Promise<void> {
  const series: { unit_id: number; fiscal_year: string; n: number }[] = await stage.sql(
    `SELECT unit_id, fiscal_year, COUNT(*) AS n FROM import_postings
     GROUP BY unit_id, fiscal_year ORDER BY unit_id, fiscal_year`
  )
  const described = Object.entries(DESCRIPTIONS)
    .map(([kind, text]) => `WHEN '${kind}' THEN '${text}'`)
    .join(' ')
  for (const { unit_id: unitId, fiscal_year: fiscalYear, n } of series) {
    const first = await nextNumbers(
      { unitId: Number(unitId), book: LEDGER_BOOK, fiscalYear },
      Number(n),
      stage.trx
    )
    await stage.sql(
      `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description,
         total, line_count, import_id, created_by)
       SELECT unit_id, posted_on, fiscal_year, ${first} - 1 + ROW_NUMBER() OVER (ORDER BY posted_on, kind), kind,
         CONCAT('import/${stage.importId}/', kind, '/', unit_id, '/', posted_on),
         CONCAT(CASE kind ${described} ELSE 'قيود' END, ' – استيراد رقم ${stage.importId}'), total, line_count, ${stage.importId}, ?
       FROM import_postings WHERE unit_id = ? AND fiscal_year = ? ORDER BY posted_on, kind`,
      [stage.by.id, Number(unitId), fiscalYear]
    )
  }
}

/** Rejects rows whose day falls in a locked month of their unit. */
export async function rejectLocked(stage: Stage, dayColumn: string, unitColumn = 's.unit_id') {
  await stage.reject(
    'period_locked',
    dayColumn,
    `FROM import_stage s JOIN accounting_periods p ON p.unit_id = ${unitColumn}
       AND p.month = DATE_FORMAT(s.${dayColumn}, '%Y-%m-01') AND p.state = 'locked'`,
    `s.${dayColumn}`
  )
}

/**
 * Mirrors every entry of an import on its own day, and links each mirror to what it reverses.
 * @throws PeriodLockedError when a month of the import has been locked since
 */
export async function reverseImport(stage: UndoStage): Promise<void> {
  const open = `e.import_id = ${stage.importId} AND e.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = e.id)`
  const [locked] = await stage.sql(
    `SELECT e.unit_id, e.posted_on FROM ledger_entries e JOIN accounting_periods p ON p.unit_id = e.unit_id
       AND p.month = DATE_FORMAT(e.posted_on, '%Y-%m-01') AND p.state = 'locked' WHERE ${open} LIMIT 1`
  )
  if (locked) throw new PeriodLockedError(Number(locked.unit_id), locked.posted_on)
  const series = await stage.sql(
    `SELECT e.unit_id, e.fiscal_year, COUNT(*) AS n FROM ledger_entries e WHERE ${open}
     GROUP BY e.unit_id, e.fiscal_year ORDER BY e.unit_id, e.fiscal_year`
  )
  for (const { unit_id: unitId, fiscal_year: fiscalYear, n } of series) {
    const book = { unitId: Number(unitId), book: LEDGER_BOOK, fiscalYear }
    const first = await nextNumbers(book, Number(n), stage.trx)
    await stage.sql(
      `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description,
         total, line_count, reverses_id, import_id, created_by)
       SELECT e.unit_id, e.posted_on, e.fiscal_year, ${first} - 1 + ROW_NUMBER() OVER (ORDER BY e.id), e.kind,
         CONCAT('reversal/', e.id), CONCAT('عكس: ', LEFT(e.description, 240)), e.total, e.line_count, e.id, e.import_id, ?
       FROM ledger_entries e WHERE ${open} AND e.unit_id = ? AND e.fiscal_year = ? ORDER BY e.id`,
      [stage.by.id, Number(unitId), fiscalYear]
    )
  }
  const mirrors = `r.import_id = ${stage.importId} AND r.reverses_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM ledger_seals s WHERE s.entry_id = r.id)`
  await stage.sql(
    `INSERT INTO ledger_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit, memo, fund_id,
       budget_line_id, party_id, asset_id, centre)
     SELECT r.id, l.line_count, l.line_no, l.account_id, l.unit_id, l.posted_on, l.credit, l.debit, l.memo, l.fund_id,
       l.budget_line_id, l.party_id, l.asset_id, l.centre
     FROM ledger_entries r JOIN ledger_lines l ON l.entry_id = r.reverses_id WHERE ${mirrors} ORDER BY r.id, l.id`
  )
  await stage.sql(
    addSelectedToTotals(
      `SELECT l.unit_id, l.posted_on, l.account_id, l.fund_id, l.debit, l.credit
       FROM ledger_entries r JOIN ledger_lines l ON l.entry_id = r.id WHERE ${mirrors}`
    )
  )
  await stage.sql(
    `INSERT INTO ledger_seals (entry_id) SELECT r.id FROM ledger_entries r WHERE ${mirrors} ORDER BY r.id`
  )
}
