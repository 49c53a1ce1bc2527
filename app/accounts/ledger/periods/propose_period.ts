import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { assertMayReopen } from '#accounts/books/reopening'
import { PeriodStateError } from '#accounts/errors'
import PeriodDecision from '#accounts/models/period_decision'

export interface PeriodInput {
  unitId: number
  month: Month
  /** What the month is to become. */
  to: 'locked' | 'open'
  decisionNo: string
  decisionOn: Day
  reason: string
}

/** Asks for a month of a unit to be locked, or opened again, by a decision; another person approves. */
export default class ProposePeriod {
  /** @throws PeriodStateError when the month is so already, or is asked for already */
  async handle(
    { unitId, month, to, decisionNo, decisionOn, reason }: PeriodInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<PeriodDecision> {
    return within(outer, async (trx) => {
      await assertCanBecome({ unitId, month, to }, trx)
      const waiting = await PeriodDecision.query({ client: trx })
        .where({ unit_id: unitId, month: month.first, status: 'proposed' })
        .first()
      if (waiting) {
        throw new PeriodStateError(
          sentence(
            `لشهر ${month} قرار ينتظر الاعتماد.`,
            `A decision on ${month} waits for approval already.`
          ),
          { unitId, month: String(month) }
        )
      }
      const decision = await PeriodDecision.create(
        {
          unitId,
          month: month.first,
          toState: to,
          status: 'proposed',
          decisionNo,
          decisionOn,
          reason,
          madeBy: by.id,
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'period_decision.proposed',
          unitId,
          subjectType: 'period_decision',
          subjectId: decision.id,
          label: decision.label,
          after: decision.picture(),
          reason,
        },
        { by, trx }
      )
      return decision
    })
  }
}

/**
 * A month that is not what is asked for; to be locked it has begun and nothing written by hand waits in it;
 * to be opened again nothing signed rests on it.
 * @throws PeriodStateError MonthRestedOnError
 */
export async function assertCanBecome(
  { unitId, month, to }: Pick<PeriodInput, 'unitId' | 'month' | 'to'>,
  trx: Trx
): Promise<void> {
  const facts = { unitId, month: String(month) }
  const [[period]] = await trx.rawQuery(
    'SELECT state FROM accounting_periods WHERE unit_id = ? AND month = ? FOR UPDATE',
    [unitId, month.first]
  )
  if ((period?.state ?? 'open') === to) {
    throw new PeriodStateError(
      to === 'locked'
        ? sentence(`شهر ${month} مقفل من قبل.`, `The month ${month} is locked already.`)
        : sentence(`شهر ${month} مفتوح.`, `The month ${month} is open.`),
      facts
    )
  }
  if (to === 'open') return assertMayReopen({ unitId, month }, trx)
  if (month.compare(Month.current()) > 0) {
    throw new PeriodStateError(
      sentence(`شهر ${month} لم يبدأ بعد.`, `The month ${month} has not begun.`),
      facts
    )
  }
  const [[{ waiting }]] = await trx.rawQuery(
    `SELECT COUNT(*) AS waiting FROM journals WHERE unit_id = ? AND status = 'draft' AND posted_on BETWEEN ? AND ?`,
    [unitId, month.first, month.last]
  )
  if (Number(waiting) > 0) {
    throw new PeriodStateError(
      sentence(
        `في شهر ${month} قيود لم يبت فيها: ${waiting}. اعتمدها أو ارفضها قبل الإقفال.`,
        `Entries of ${month} wait for a decision: ${waiting}. Approve or refuse them before locking.`
      ),
      { ...facts, waiting: Number(waiting) }
    )
  }
}
