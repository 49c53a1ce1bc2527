import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import { SYSTEM } from '#audit/actor'
import BillUnit, { assertBillable } from '#revenue/actions/bill_unit'
import { unitsToBill } from '#revenue/queries/units_to_bill'

/** Each month: the charges of what the registry says is due, unit by unit. Safe to run twice. */
export default class BillMonthJob extends Job {
  static override readonly kind = 'revenue.bill_month'

  /** Records the job of this month once; asking again is answered by what stands. */
  static async ofThisMonth(): Promise<void> {
    const month = Month.current().first
    const effectKey = `${this.kind}/${month}`
    const done = await db.from('jobs').where({ kind: this.kind, effect_key: effectKey }).first()
    if (!done) await this.enqueue({ month }, { effectKey })
  }

  /**
   * A month of one unit with everything below it, as a person asks for it.
   * @throws MonthNotBillableError for a month that has not begun
   */
  static ofUnit(unitId: number, month: Month, by: { id: number }): Promise<number> {
    assertBillable(month)
    const effectKey = `${this.kind}/${month.first}/${unitId}`
    return this.enqueue({ month: month.first, unitId }, { unitId, by, effectKey })
  }

  override async execute(payload: { month?: string; unitId?: number }, context: JobContext) {
    const month = payload.month ? Month.containing(payload.month) : Month.current()
    const units = await unitsToBill(payload.unitId)
    const total = { issued: 0, cancelled: 0, credited: 0 }
    let amount = Money.zero
    for (const [index, unitId] of units.entries()) {
      const billed = await new BillUnit().handle(
        { unitId, month, by: SYSTEM },
        { guard: (trx) => context.guard(trx) }
      )
      total.issued += billed.issued
      total.cancelled += billed.cancelled
      total.credited += billed.credited
      amount = amount.add(billed.amount)
      await context.progress(((index + 1) * 100) / units.length)
    }
    return { ...total, amount: String(amount) }
  }
}
