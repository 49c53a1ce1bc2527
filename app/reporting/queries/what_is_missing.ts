import type { Trx } from '#core/within'
import type { Question, ReconciliationFigures } from '#reporting/revenue_reconciliation/figures'
import { BELOW, select } from '#reporting/revenue_reconciliation/rows'

/** Something without which the figures are not whole, and where to see to it. */
export interface Missing {
  kind: 'no_charges' | 'no_receipts' | 'no_statement' | 'new_files' | 'suggestions' | 'unassigned'
  count: number
  /** Accounts or units, when it is about some. */
  names: string[]
}

const NAMED = 4

/**
 * What is missing from a month: charges, receipts of units with dues, bank statements, files that came
 * after the last run, suggestions nobody decided, differences nobody has.
 */
export async function whatIsMissing(
  question: Question,
  figures: ReconciliationFigures,
  locale: 'ar' | 'en',
  trx: Trx
): Promise<Missing[]> {
  const bindings = {
    unit: question.unitId,
    month: question.month.first,
    first: question.month.first,
    last: question.month.last,
  }
  const named = async (kind: Missing['kind'], sql: string): Promise<Missing> => {
    const rows = await select(trx, sql, bindings)
    const names = rows.slice(0, NAMED).map((row) => String(row.name))
    return { kind, count: rows.length, names }
  }
  const [counts] = await select(
    trx,
    `SELECT ${figures.run ? FILES_AFTER_RUN : '0'} AS new_files, ${OPEN_SUGGESTIONS} AS suggestions`,
    { ...bindings, run: figures.run?.id ?? 0 }
  )
  const counted = (kind: Missing['kind'], count: unknown): Missing => {
    return { kind, count: Number(count), names: [] }
  }
  const found = [
    counted('no_charges', figures.total.dueCount === 0 ? 1 : 0),
    await named('no_receipts', unitsWithoutReceipts(locale)),
    await named('no_statement', ACCOUNTS_WITHOUT_STATEMENT),
    counted('new_files', counts!.new_files),
    counted('suggestions', counts!.suggestions),
    counted('unassigned', figures.unassigned),
  ]
  return found.filter((one) => one.count > 0)
}

const unitsWithoutReceipts = (locale: 'ar' | 'en') => `
  SELECT u.name_${locale} AS name FROM (
    SELECT t.unit_id, SUM(t.due) AS due, SUM(t.collected_count) AS receipts
    FROM revenue_month_totals t ${BELOW('t')} WHERE t.month = :month GROUP BY t.unit_id
  ) sums JOIN units u ON u.id = sums.unit_id
  WHERE sums.due > 0 AND sums.receipts = 0 ORDER BY u.code`

/** Only accounts that have ever had a line, or that slips of the month name, are waited for. */
const ACCOUNTS_WITHOUT_STATEMENT = `
  SELECT CONCAT(a.bank_name, ' …', RIGHT(a.account_no, 6)) AS name FROM bank_accounts a ${BELOW('a')}
  WHERE a.opened_on <= :last AND (a.closed_on IS NULL OR a.closed_on > :first)
    AND NOT EXISTS (SELECT 1 FROM bank_lines l
      WHERE l.bank_account_id = a.id AND l.booked_on BETWEEN :first AND :last)
    AND EXISTS (SELECT 1 FROM deposit_slips s
      WHERE s.bank_account_id = a.id AND s.deposited_on BETWEEN :first AND :last)
  ORDER BY a.account_no`

const FILES_AFTER_RUN = `(
  SELECT COUNT(*) FROM imports i ${BELOW('i')}
  WHERE i.state = 'committed' AND i.landed + i.updated > 0
    AND i.committed_at > (SELECT started_at FROM reconciliation_runs WHERE id = :run))`

const OPEN_SUGGESTIONS = `(
  SELECT COUNT(*) FROM match_suggestions s ${BELOW('s')}
  WHERE s.month = :month AND s.state = 'open')`

/** Whether some unit below, though not the whole, was reconciled for the month. */
export async function partlyReconciled({ unitId, month }: Question, trx: Trx): Promise<boolean> {
  const rows = await select(
    trx,
    `SELECT 1 FROM reconciliation_runs r
     JOIN unit_closure c ON c.descendant_id = r.unit_id AND c.ancestor_id = :unit
     WHERE r.month = :month AND r.state = 'done' LIMIT 1`,
    { unit: unitId, month: month.first }
  )
  return rows.length > 0
}
