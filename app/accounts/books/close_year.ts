import type { FiscalYear } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import DecideApproval from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { reverseEntry } from '#accounts/actions/post_entry'
import { YearNotReadyError } from '#accounts/books/errors'
import { trialBalance } from '#accounts/books/figures'
import { assertOpeningKept } from '#accounts/books/opening_kept'
import { postClosing } from '#accounts/books/post_closing'
import { resultOf, rolledOver, writeRollOver } from '#accounts/books/roll_over'
import { obstacles } from '#accounts/books/year_checks'
import { hashOf, held, now, record } from '#accounts/books/year_closing_record'
import YearClosing from '#accounts/models/year_closing'

interface Doing {
  by: User
  requestId?: string
  trx?: Trx
}

/** The end of a fiscal year in a unit: checked, closed, undone while nobody approved it, approved. */
export default class CloseYear {
  /**
   * Takes revenue and expense to the result by one entry of 30 June, and writes down what every account
   * closes with and what the next year opens with.
   * @throws YearNotReadyError with everything that stands in the way, TransitionError
   */
  async close(
    { unitId, year }: { unitId: number; year: FiscalYear },
    { by, requestId, trx: outer }: Doing
  ): Promise<YearClosing> {
    return within(outer, async (trx) => {
      const known = await YearClosing.query({ client: trx })
        .where({ unit_id: unitId, fiscal_year: year.label })
        .forUpdate()
        .first()
      const rows = await trialBalance({ unitId, first: year.first, last: year.last }, { trx })
      const inTheWay = await obstacles({ unitId, year, rows }, trx)
      if (inTheWay.length) throw new YearNotReadyError(inTheWay.map(({ says }) => says))
      const closing = known ?? new YearClosing().useTransaction(trx)
      if (known) known.moveTo('closed')
      const attempt = (known?.attempt ?? 0) + 1
      const balances = await rolledOver(rows, trx)
      const entryId = await postClosing({ unitId, year, attempt, rows }, { by, trx })
      closing.merge({
        ...{ unitId, fiscalYear: year.label, attempt, entryId, status: 'closed' },
        ...resultOf(rows),
        documentHash: hashOf({ unitId, year, balances }),
        closedBy: by.id,
        closedAt: now(),
        undoReason: null,
        version: attempt === 1 ? 1 : closing.version + 1,
      })
      await closing.save()
      await writeRollOver(closing.id, balances, trx)
      const { revenue, expense } = closing
      const told = { after: { revenue, expense, attempt } }
      await record(closing, 'closed', told, { by, requestId, trx })
      return closing
    })
  }

  /** Takes the closing entry back, as long as nobody approved the year. @throws TransitionError */
  async undo(id: number, { reason, by, requestId, trx: outer }: Doing & { reason: string }) {
    return within(outer, async (trx) => {
      const closing = await held(id, trx)
      closing.moveTo('undone')
      if (closing.entryId) await reverseEntry(closing.entryId, { reason, trx, by })
      closing.merge({ undoReason: reason.slice(0, 500), version: closing.version + 1 })
      await closing.save()
      await record(closing, 'undone', { reason }, { by, requestId, trx })
      return closing
    })
  }

  /** Another person's approval, by a decision with its number: the year stays closed from here on.
   * @throws SelfApprovalError, TransitionError, OpeningDiffersError */
  async approve(
    id: number,
    { decisionNo, by, requestId, trx: outer }: Doing & { decisionNo: string }
  ): Promise<YearClosing> {
    return within(outer, async (trx) => {
      const closing = await held(id, trx)
      closing.moveTo('approved')
      const madeBy = closing.closedBy
      if (madeBy === by.id) throw new SelfApprovalError()
      await assertOpeningKept(closing, trx)
      closing.merge({
        approvedBy: by.id,
        approvedAt: now(),
        decisionNo,
        version: closing.version + 1,
      })
      await closing.save()
      const { unitId, fiscalYear: label, documentHash } = closing
      await new DecideApproval().approve({
        subject: { type: 'year_closing', id, unitId, label },
        ...{ step: 'approve', madeBy, by, documentHash, requestId, trx },
      })
      return closing
    })
  }
}
