import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { held, type Doing } from '#accounts/books/daily/daily_steps'
import { DailyReckoningError } from '#accounts/books/daily/prepare_daily'
import type DailyReckoning from '#accounts/models/daily_reckoning'

/** Takes form 69 back after all have signed it: the day is open to payments again. */
export default class WithdrawDaily {
  /** @throws DailyReckoningError while a later day or a signed form 75 rests on it */
  async handle(id: number, { reason, by, requestId, trx: outer }: Doing & { reason: string }) {
    return within(outer, async (trx) => {
      const reckoning = await held(id, trx)
      if (reckoning.status !== 'signed') throw notSigned(reckoning)
      await assertNothingRests(reckoning, trx)
      const before = { hash: reckoning.documentHash?.toString('hex') }
      reckoning.moveTo('draft')
      reckoning.merge({
        ...{ cashierBy: null, cashierAt: null, accountantBy: null, accountantAt: null },
        ...{ headBy: null, headAt: null, documentHash: null, withdrawnBy: by.id },
        withdrawReason: reason.slice(0, 500),
        version: reckoning.version + 1,
      })
      await reckoning.save()
      const { unitId, label } = reckoning
      const subject = { unitId, subjectType: 'daily_reckoning', subjectId: id, label }
      await Trail.record(
        { action: 'daily_reckoning.withdrawn', ...subject, before, reason },
        { by: by.asActor(requestId), trx }
      )
      return reckoning
    })
  }
}

async function assertNothingRests({ unitId, day }: DailyReckoning, trx: Trx): Promise<void> {
  const [[later]] = await trx.rawQuery(
    `SELECT (SELECT MIN(day) FROM daily_reckonings WHERE unit_id = ? AND day > ? AND fiscal_year = ? AND status <> 'draft') AS next,
       EXISTS (SELECT 1 FROM period_accounts WHERE unit_id = ? AND status IN ('controlled', 'managed', 'signed')
         AND ? BETWEEN first_day AND last_day) AS signed`,
    [unitId, day, FiscalYear.containing(day).label, unitId, day] as string[]
  )
  if (later.next) {
    throw new DailyReckoningError(
      sentence(
        'حسبة يوم بعده موقعة على ما رحلته هذه.',
        'The reckoning of a later day is signed on what this one carried.'
      ),
      {
        cure: sentence('اسحب اللاحقة أو ردها أولًا.', 'Withdraw or send back the later one first.'),
      }
    )
  }
  if (Number(later.signed)) {
    throw new DailyReckoningError(
      sentence('عليها حساب 75 موقع.', 'A signed account of form 75 rests on it.'),
      { cure: sentence('يُسحب حساب 75 أولًا.', 'Withdraw the account of form 75 first.') }
    )
  }
}

const notSigned = ({ label }: DailyReckoning) =>
  new DailyReckoningError(
    sentence(`حسبة ${label} لم تكتمل توقيعاتها.`, `${label} is not signed by all.`),
    {
      cure: sentence('يردها من عليه الدور بسبب.', 'Whose turn it is sends it back with a reason.'),
    }
  )
