import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { FiscalYear, Month } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import { assertContinuous } from '#accounts/books/continuous'
import { PeriodAccountError } from '#accounts/books/errors'
import { totalsOf, trialBalance, type AccountFigures } from '#accounts/books/figures'
import { assertLocked } from '#accounts/books/months_locked'
import { assertAsLedger, hashOf } from '#accounts/books/period_account_checks'
import { compared } from '#accounts/books/period_account_differences'
import { linesOf } from '#accounts/books/period_account_lines'
import PeriodAccount from '#accounts/models/period_account'

export type Span = 'month' | 'quarter' | 'year'

interface Doing {
  by: User
  requestId?: string
  trx?: Trx
}

/** Prepares form 75 of a period from the ledger and hands it in for its signatures. */
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
      await trx.rawQuery('DELETE FROM period_account_lines WHERE period_account_id = ?', [
        account.id,
      ])
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

  /** From here its figures are frozen; it waits for the first signature.
   * @throws TransitionError, PeriodAccountError when the ledger has moved since it was made */
  async submit(id: number, { by, requestId, trx: outer }: Doing): Promise<PeriodAccount> {
    return within(outer, async (trx) => {
      const account = await (await PeriodAccount.findOrFail(id, { client: trx })).lock(trx)
      account.moveTo('submitted')
      await assertAsLedger(account, trx)
      const [[{ lastEntryId }]] = await trx.rawQuery(
        'SELECT COALESCE(MAX(id), 0) AS lastEntryId FROM ledger_entries'
      )
      account.merge({
        lastEntryId: Number(lastEntryId),
        documentHash: await hashOf(account, trx),
        submittedBy: by.id,
        submittedAt: DateTime.fromJSDate(clock.now()),
        returnReason: null,
        version: account.version + 1,
      })
      await account.save()
      const { unitId, label } = account
      await Trail.record(
        {
          action: 'period_account.proposed',
          ...{ unitId, subjectType: 'period_account', subjectId: id, label },
          after: { hash: account.documentHash!.toString('hex') },
        },
        { by: by.asActor(requestId), trx }
      )
      return account
    })
  }
}

/** First and last day of the month, quarter or fiscal year in which a month lies. */
export function daysOf(span: Span, month: Month) {
  if (span === 'month') return { first: month.first, last: month.last }
  const year = month.fiscalYear
  if (span === 'year') return { first: year.first, last: year.last }
  const { first, last } = year.quarter(month.quarter as 1 | 2 | 3 | 4)
  return { first, last }
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

async function writeLines(id: number, rows: readonly AccountFigures[], trx: Trx) {
  if (!rows.length) return
  const values = rows.flatMap(({ accountId, brought, moved, carried }) => [
    ...[id, accountId, brought.debit, brought.credit, moved.debit, moved.credit],
    ...[carried.debit, carried.credit],
  ])
  await trx.rawQuery(
    `INSERT INTO period_account_lines (period_account_id, account_id, brought_debit, brought_credit, debit, credit,
       carried_debit, carried_credit) VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    values.map(String)
  )
}
