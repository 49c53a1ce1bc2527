import { formatDay, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { DebitMatchError } from '#accounts/banking/errors'
import { UNEXPLAINED } from '#accounts/banking/debits/open_facts'

/** A line of a statement, locked, that no order, batch or entry explains. */
export interface FreeLine {
  unitId: number
  bankAccountId: number
  bookedOn: Day
  /** As the statement has it: a debit is negative. */
  amount: Money
  /** How an order that it pays names it: `كشف 4`. */
  reference: string
}

/** @throws DebitMatchError where something explains the line already */
export async function freeLine(lineId: number, trx: Trx): Promise<FreeLine> {
  const [[line]] = await trx.rawQuery(
    `SELECT l.unit_id, l.bank_account_id, l.booked_on, l.amount, l.statement_no, ${UNEXPLAINED} AS is_free
     FROM bank_lines l WHERE l.id = ? FOR UPDATE`,
    [lineId]
  )
  if (!line?.is_free) throw new MatchedAlreadyError()
  return {
    unitId: Number(line.unit_id),
    bankAccountId: Number(line.bank_account_id),
    bookedOn: line.booked_on,
    amount: Money.of(line.amount),
    reference: `كشف ${line.statement_no || formatDay(line.booked_on, 'ar')}`,
  }
}

/** Line or order belong to another already. */
export class MatchedAlreadyError extends DebitMatchError {
  constructor() {
    super(sentence('السطر أو الأمر مطابق بغيره.', 'The line or the order is matched with another.'))
  }
}
