import { sentence } from '#core/domain_error'
import { FiscalYear, Month } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import { assertContinuous } from '#accounts/books/continuous'
import { PeriodAccountError } from '#accounts/books/errors'
import { totalsOf, trialBalance } from '#accounts/books/figures'
import { assertLocked } from '#accounts/books/months_locked'
import { compared } from '#accounts/books/period_account_differences'
import { linesOf, writeLines } from '#accounts/books/period_account_lines'
import { daysOf, type Span } from '#accounts/books/period_span'
import PeriodAccount from '#accounts/models/period_account'

interface Doing {
  by: User
  requestId?: string
  trx?: Trx
}

/** Prepares form 75 of a period from the ledger (SubmitPeriodAccount hands it in for its signatures). */
export default class PreparePeriodAccount {
  /**
   * Makes the account, or, while it is a draft, makes its figures anew.
   * @throws MonthStillOpenError, NotContinuousError, PeriodAccountError
   */
  async prepare(
    { unitId, span, month }: { unitId: number; span: Span; month: Month },
    { by, requestId, trx: outer }: Doing
  ): Promise<PeriodAccount> {
    return within(outer, async (trx) => {
      const period = { unitId, ...daysOf(span, month) }
      const months = Month.range(Month.containing(period.first), Month.containing(period.last))
      await assertLocked(unitId, months, trx)
      const rows = await trialBalance(period, { trx })
      await assertContinuous(period, rows, trx)
      const account = await draftOf(period, span, by, trx)
      const before = account.version ? await linesOf(account.id, { trx }) : rows
      const changed = compared(before, rows).map(({ code, frozen, now }) => ({
        ...{ code, before: String(frozen), after: String(now) },
      }))
      const { moved } = totalsOf(rows)
      account.merge({ debit: moved.debit, credit: moved.credit, version: account.version + 1 })
      await account.save()
      await writeLines(account.id, rows, trx)
      const after = {
        first: period.first,
        last: period.last,
        debit: moved.debit,
        lines: rows.length,
        ...(changed.length ? { changed } : {}),
      }
      await Trail.record(
        {
          action: 'period_account.created',
          ...{ unitId, subjectType: 'period_account', subjectId: account.id, label: account.label },
          after,
        },
        { by: by.asActor(requestId), trx }
      )
      return account
    })
  }
}

async function draftOf(
  { unitId, first, last }: { unitId: number; first: string; last: string },
  span: Span,
  by: User,
  trx: Trx
): Promise<PeriodAccount> {
  const known = await PeriodAccount.query({ client: trx })
    .where({ unit_id: unitId, span, first_day: first })
    .forUpdate()
    .first()
  if (known && known.status !== 'draft') {
    throw new PeriodAccountError(
      sentence(
        `حساب هذه الفترة قدم من قبل برقم ${known.label}.`,
        `The account of this period was handed in already as ${known.label}.`
      ),
      {
        cure: sentence(
          'يرده الموقعون خطوة خطوة بسبب إن لزم تعديله.',
          'Its signatories send it back step by step, with a reason, if it must change.'
        ),
      }
    )
  }
  if (known) return known
  const fiscalYear = FiscalYear.containing(first).label
  const number = await nextNumber({ unitId, book: 'form-75', fiscalYear }, trx)
  const facts = { unitId, span, firstDay: first, lastDay: last, fiscalYear, number, madeBy: by.id }
  return PeriodAccount.create({ ...facts, status: 'draft', version: 0 }, { client: trx })
}
