import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import { PeriodAccountError } from '#accounts/books/errors'
import PeriodAccount, { labelOfAccount } from '#accounts/models/period_account'

/** States of an account that somebody has signed. */
export const SIGNED_STATES = ['controlled', 'managed', 'signed'] as const

/**
 * Takes a signed account of form 75 back (سحب الحساب): a draft again, without signatures, so that a month of
 * it can be opened by a decision. Not while a later account rests on it, nor once its year is closed.
 */
export default class WithdrawPeriodAccount {
  /** @throws PeriodAccountError TransitionError */
  async handle(
    id: number,
    {
      reason,
      by,
      requestId,
      trx: outer,
    }: { reason: string; by: User; requestId?: string; trx?: Trx }
  ): Promise<PeriodAccount> {
    return within(outer, async (trx) => {
      const account = await (await PeriodAccount.findOrFail(id, { client: trx })).lock(trx)
      const { status, unitId, label } = account
      if (!SIGNED_STATES.includes(status as never)) throw unsigned(account)
      await assertNothingRests(account, trx)
      const signed = [account.controllerBy, account.managerBy, account.headBy]
      const before = { status, signed, hash: account.documentHash?.toString('hex') }
      account.moveTo('draft')
      account.merge({
        ...{ submittedBy: null, submittedAt: null, controllerBy: null, controllerAt: null },
        ...{ managerBy: null, managerAt: null, headBy: null, headAt: null, documentHash: null },
        ...{ withdrawnBy: by.id, withdrawnAt: DateTime.fromJSDate(clock.now()) },
        withdrawReason: reason.slice(0, 500),
        version: account.version + 1,
      })
      await account.save()
      const subject = { unitId, subjectType: 'period_account', subjectId: id, label }
      const told = { action: 'period_account.withdrawn', ...subject, before, reason }
      await Trail.record(told, { by: by.asActor(requestId), trx })
      return account
    })
  }
}

function unsigned({ label }: PeriodAccount): PeriodAccountError {
  return new PeriodAccountError(
    sentence(`ليس على حساب ${label} توقيع يُسحب.`, `The account ${label} carries no signature.`),
    {
      cure: sentence(
        'ما قُدم ولم يوقع يرده مراقب الحسابات بسبب.',
        'What was handed in and not signed is sent back by the accounts controller.'
      ),
    }
  )
}

async function assertNothingRests(account: PeriodAccount, trx: Trx): Promise<void> {
  const { unitId, firstDay, lastDay, fiscalYear } = account
  const [[closing]] = await trx.rawQuery(
    `SELECT status FROM year_closings WHERE unit_id = ? AND fiscal_year = ? AND status IN ('closed', 'approved') LOCK IN SHARE MODE`,
    [unitId, fiscalYear]
  )
  if (closing) {
    throw new PeriodAccountError(
      sentence(
        `سنة ${fiscalYear} مقفلة، وحساباتها لا تُسحب.`,
        `${fiscalYear} is closed; its accounts are not withdrawn.`
      ),
      closing.status === 'closed'
        ? { cure: sentence('تراجع عن إقفال السنة أولًا.', 'Undo the closing of the year first.') }
        : {}
    )
  }
  const [[later]] = await trx.rawQuery(
    `SELECT fiscal_year, number FROM period_accounts WHERE unit_id = ? AND status <> 'draft'
       AND (last_day > ? OR (last_day = ? AND first_day < ?)) ORDER BY last_day, first_day DESC LIMIT 1`,
    [unitId, lastDay, lastDay, firstDay]
  )
  if (!later) return
  const label = labelOfAccount(later.fiscal_year, later.number)
  throw new PeriodAccountError(
    sentence(
      `حساب ${label} مقدم على ما رحله هذا الحساب.`,
      `The account ${label} was handed in on what this one carried.`
    ),
    {
      facts: { later: label },
      cure: sentence('يُسحب أو يُرد اللاحق أولًا.', 'Withdraw or send back the later one first.'),
    }
  )
}
