import type { Month } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import DecideApproval from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { folioFigures, folioHash, folioLines } from '#accounts/books/folio'
import { assertFollows, restedOn } from '#accounts/books/folio_order'
import { fact, FROZEN, held, labelOf, now } from '#accounts/books/folio_record'
import { assertLocked } from '#accounts/books/months_locked'
import AccountBook from '#accounts/models/account_book'
import BookFolio from '#accounts/models/book_folio'

interface Doing {
  by: User
  requestId?: string
  trx?: Trx
}

/** The life of a folio: opened in its book, closed and crossed out, audited by another, reopened. */
export default class KeepFolio {
  /** The folio of a month, numbered when it is first opened; asking again gives the same one. */
  async open(
    { bookId, unitId, month }: { bookId: number; unitId: number; month: Month },
    { trx: outer }: { trx?: Trx } = {}
  ): Promise<BookFolio> {
    return within(outer, async (trx) => {
      const place = { book_id: bookId, unit_id: unitId, month: month.first }
      const known = await BookFolio.query({ client: trx }).where(place).first()
      if (known) return known
      const book = await AccountBook.findOrFail(bookId, { client: trx })
      const fiscalYear = month.fiscalYear.label
      const number = await nextNumber({ unitId, book: `folio-${book.code}`, fiscalYear }, trx)
      const made = { bookId, unitId, month: month.first, fiscalYear, number, status: 'open' }
      return BookFolio.create(made, { client: trx })
    })
  }

  /**
   * First signature (موظف الشطب): the figures stay as they are from here on.
   * @throws MonthStillOpenError, FolioOrderError, TransitionError
   */
  async close(id: number, { by, requestId, trx: outer }: Doing): Promise<BookFolio> {
    return within(outer, async (trx) => {
      const folio = await held(id, trx)
      await assertLocked(folio.unitId, [folio.period], trx)
      folio.moveTo('closed')
      const place = { unitId: folio.unitId, month: folio.period }
      const figures = await folioFigures(folio.book, place, { trx })
      await assertFollows(folio, figures, trx)
      const { brought, moved, carried, lineCount } = figures
      const lines = await folioLines(folio.book, place, { trx })
      folio.merge({
        ...{ broughtDebit: brought.debit, broughtCredit: brought.credit },
        ...{ debit: moved.debit, credit: moved.credit, lineCount },
        ...{ carriedDebit: carried.debit, carriedCredit: carried.credit },
        documentHash: folioHash(folio.book, figures, lines),
        closedBy: by.id,
        closedAt: now(),
        version: folio.version + 1,
      })
      await folio.save()
      const after = { debit: moved.debit, credit: moved.credit, carried, lineCount }
      await Trail.record(fact(folio, 'closed', { after }), { by: by.asActor(requestId), trx })
      return folio
    })
  }

  /** Second signature (رئيس الحسابات), another person's. @throws SelfApprovalError, TransitionError */
  async audit(id: number, { by, requestId, trx: outer }: Doing): Promise<BookFolio> {
    return within(outer, async (trx) => {
      const folio = await held(id, trx)
      folio.moveTo('audited')
      const madeBy = folio.closedBy!
      if (madeBy === by.id) throw new SelfApprovalError()
      folio.merge({ auditedBy: by.id, auditedAt: now(), version: folio.version + 1 })
      await folio.save()
      const { unitId, documentHash } = folio
      await new DecideApproval().approve({
        subject: { type: 'book_folio', id, unitId, label: labelOf(folio) },
        ...{ step: 'audit', madeBy, by, documentHash: documentHash!, requestId, trx },
      })
      return folio
    })
  }

  /** Given back to the ledger, unless a later one rests on it. @throws FolioOrderError, TransitionError */
  async reopen(
    id: number,
    { reason, by, requestId, trx: outer }: Doing & { reason: string }
  ): Promise<BookFolio> {
    return within(outer, async (trx) => {
      const folio = await held(id, trx)
      const later = await BookFolio.query({ client: trx })
        .where({ book_id: folio.bookId, unit_id: folio.unitId })
        .where('month', '>', folio.month)
        .whereNot('status', 'open')
        .orderBy('month')
        .first()
      if (later) throw restedOn(later.period)
      const before = { status: folio.status, hash: folio.documentHash?.toString('hex') }
      folio.moveTo('open')
      folio.merge({ ...FROZEN, reopenReason: reason, version: folio.version + 1 })
      await folio.save()
      await Trail.record(fact(folio, 'reopened', { before, reason }), {
        by: by.asActor(requestId),
        trx,
      })
      return folio
    })
  }
}
