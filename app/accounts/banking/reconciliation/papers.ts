import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

/** A paper that makes books and statement differ. */
export interface StandingPaper {
  id: number
  /** Form 50 behind an order; lines of statements have none. */
  voucherId: number | null
  day: Day
  /** Order or cheque number, or what the bank says of its line. */
  said: string
  about: string
  amount: Money
}

/** Papers of an account that stand between books and statement at the end of a day, by their sort. */
export interface StandingPapers {
  /** With the bank, unanswered: أوامر دفع وشيكات لم تقدم. */
  outstanding: StandingPaper[]
  /** Paid as the bank answered, on no statement yet. */
  executed: StandingPaper[]
  /** Debits of statements that no order and no entry explains. */
  unknownDebits: StandingPaper[]
  /** Credits of statements that nothing explains. */
  unknownCredits: StandingPaper[]
}

type Reading = Pick<Trx, 'rawQuery'>

const ORDER = `o.id, o.voucher_id AS voucherId, CONCAT(IF(o.method = 'cheque', CONCAT('شيك ', o.cheque_no, ' – '), ''), o.number, '/', o.fiscal_year) AS said, o.payee_name AS about, o.amount`
const LINE = `l.id, NULL AS voucherId, l.booked_on AS day, l.reference AS said, CONCAT_WS(' – ', NULLIF(l.narrative, ''), NULLIF(l.counterparty, '')) AS about, ABS(l.amount) AS amount`
const UNSETTLED = `NOT EXISTS (SELECT 1 FROM line_explanations x JOIN ledger_entries e ON e.id = x.entry_id
  WHERE x.bank_line_id = l.id AND e.posted_on <= :on
    AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = e.id AND r.posted_on <= :on))`

/** Each paper as it stood at the end of the day, whatever became of it later. */
export async function standingPapers(
  bankAccountId: number,
  on: Day,
  trx: Reading
): Promise<StandingPapers> {
  const read = async (sql: string): Promise<StandingPaper[]> => {
    const [rows] = await trx.rawQuery(sql, { account: bankAccountId, on } as never)
    return rows.map((row: any) => ({
      ...row,
      id: Number(row.id),
      voucherId: row.voucherId === null ? null : Number(row.voucherId),
      amount: Money.of(row.amount),
    }))
  }
  return {
    outstanding: await read(
      `SELECT ${ORDER}, o.made_on AS day FROM payment_orders o
       WHERE o.bank_account_id = :account AND o.made_on <= :on AND o.status IN ('signed', 'executed', 'rejected')
         AND (o.answered_on IS NULL OR o.answered_on > :on) ORDER BY o.made_on, o.id`
    ),
    executed: await read(
      `SELECT ${ORDER}, o.answered_on AS day FROM payment_orders o LEFT JOIN bank_lines l ON l.id = o.bank_line_id
       WHERE o.bank_account_id = :account AND o.status = 'executed' AND o.answered_on <= :on
         AND (l.id IS NULL OR l.booked_on > :on) ORDER BY o.answered_on, o.id`
    ),
    unknownDebits: await read(
      // Of a debit for a whole batch, what orders executed later than the day will explain is still unknown.
      `SELECT l.id, l.voucherId, l.day, l.said, l.about, l.amount - l.paid AS amount FROM (
         SELECT ${LINE}, (SELECT COALESCE(SUM(o.amount), 0) FROM payment_orders o
           WHERE o.bank_line_id = l.id AND o.answered_on <= :on) AS paid
         FROM bank_lines l WHERE l.bank_account_id = :account AND l.amount < 0 AND l.booked_on <= :on AND ${UNSETTLED}
       ) l WHERE l.amount <> l.paid ORDER BY l.day, l.id`
    ),
    // What the reconciliation of revenue has joined with slips is known.
    unknownCredits: await read(
      `SELECT ${LINE} FROM bank_lines l WHERE l.bank_account_id = :account AND l.amount > 0 AND l.booked_on <= :on
         AND NOT EXISTS (SELECT 1 FROM bank_match_members m WHERE m.bank_line_id = l.id)
         AND ${UNSETTLED} ORDER BY l.booked_on, l.id`
    ),
  }
}

export const sumOf = (papers: readonly StandingPaper[]) =>
  Money.sum(papers.map(({ amount }) => amount))
