import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SignedAlreadyError } from '#accounts/books/errors'
import {
  assertTurn,
  DAILY_SIGNATURES,
  decision,
  held,
  type DailyStep,
  type Doing,
} from '#accounts/books/daily/daily_steps'
import { assertDaysBefore } from '#accounts/books/daily/days_before'
import { DailyReckoningError, figuresOf } from '#accounts/books/daily/prepare_daily'
import type DailyReckoning from '#accounts/models/daily_reckoning'

/** The three signatures of form 69 in their order (الصراف، المحاسب، رئيس الحسابات). */
export default class SignDaily {
  /**
   * The first freezes the figures, and the day takes no more payments. Two books that differ are signed only
   * with an explanation.
   * @throws DailyReckoningError SignedAlreadyError TransitionError
   */
  async sign(id: number, { step, by, requestId, trx: outer }: Doing & { step: DailyStep }) {
    return within(outer, async (trx) => {
      const reckoning = await held(id, trx)
      assertTurn(reckoning, step)
      const { madeBy, cashierBy, accountantBy } = reckoning
      const others = step === 'accountant' ? [cashierBy] : [madeBy, cashierBy, accountantBy]
      if (others.includes(by.id)) throw new SignedAlreadyError()
      await assertAsBooks(reckoning, trx)
      if (step === 'cashier') await freeze(reckoning, trx)
      reckoning.moveTo(DAILY_SIGNATURES[reckoning.status as keyof typeof DAILY_SIGNATURES].to)
      reckoning.merge({
        [`${step}By`]: by.id,
        [`${step}At`]: DateTime.fromJSDate(clock.now()),
        returnReason: null,
        version: reckoning.version + 1,
      })
      await reckoning.save()
      const made = step === 'accountant' ? cashierBy! : madeBy
      await new DecideApproval().approve(decision(reckoning, step, made, { by, requestId, trx }))
      return reckoning
    })
  }

  /** One step back, by whom it waits for, with the reason. @throws DailyReckoningError */
  async sendBack(
    id: number,
    {
      step,
      reason,
      by,
      requestId,
      trx: outer,
    }: Doing & { step: Exclude<DailyStep, 'cashier'>; reason: string }
  ): Promise<DailyReckoning> {
    return within(outer, async (trx) => {
      const reckoning = await held(id, trx)
      assertTurn(reckoning, step)
      const { cashierBy, madeBy } = reckoning
      const made = step === 'accountant' ? cashierBy! : madeBy
      if (made === by.id || cashierBy === by.id) throw new SignedAlreadyError()
      const refusal = decision(reckoning, step, made, { by, requestId, trx })
      reckoning.moveTo(step === 'accountant' ? 'draft' : 'counted')
      reckoning.merge({
        ...(step === 'accountant'
          ? { cashierBy: null, cashierAt: null, documentHash: null }
          : { accountantBy: null, accountantAt: null }),
        returnReason: reason.slice(0, 500),
        version: reckoning.version + 1,
      })
      await reckoning.save()
      await new DecideApproval().refuse({ ...refusal, reason })
      return reckoning
    })
  }
}

/** The fingerprint of what a reckoning says. */
export function dailyHash(reckoning: DailyReckoning): Buffer {
  const { unitId, day, opening, book55, book224, explanation } = reckoning
  return documentHash({ unitId, day, opening, book55, book224, explanation })
}

async function freeze(reckoning: DailyReckoning, trx: Trx) {
  if (!reckoning.agrees && !reckoning.explanation) {
    throw new DailyReckoningError(
      sentence('دفتر 55 ودفتر 224 لا يتفقان.', 'Books 55 and 224 do not agree.'),
      { cure: sentence('اكتب تفسير الفرق أولًا.', 'Write what explains the difference first.') }
    )
  }
  await assertDaysBefore(reckoning, trx)
  reckoning.documentHash = dailyHash(reckoning)
}

/** What is signed is what both books say now. @throws DailyReckoningError */
async function assertAsBooks(reckoning: DailyReckoning, trx: Trx): Promise<void> {
  const { unitId, day } = reckoning
  const now = await figuresOf({ unitId, day }, trx)
  const isSame = Object.entries(now).every(
    ([key, value]) => String(value) === String(reckoning[key as keyof typeof now])
  )
  if (isSame) return
  throw new DailyReckoningError(
    sentence(
      'قُيد في اليوم شيء بعد إعداد الحسبة.',
      'Something was posted on the day after the reckoning was made.'
    ),
    { cure: sentence('أعد إعدادها من الدفترين.', 'Make it anew from both books.') }
  )
}
