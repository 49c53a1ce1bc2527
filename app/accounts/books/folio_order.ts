import { sentence } from '#core/domain_error'
import type { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { FolioOrderError } from '#accounts/books/errors'
import type { FolioFigures } from '#accounts/books/folio'
import BookFolio from '#accounts/models/book_folio'

/** The folio before, closed, carried what this one brings; across July a book of the year begins anew. */
export async function assertFollows(
  folio: BookFolio,
  { brought }: Pick<FolioFigures, 'brought'>,
  trx: Trx
) {
  const before = folio.period.previous()
  const previous = await BookFolio.query({ client: trx })
    .where({ book_id: folio.bookId, unit_id: folio.unitId, month: before.first })
    .first()
  if (!previous) return
  if (previous.status === 'open') {
    throw new FolioOrderError(
      sentence(
        `فولية ${before.label('ar')} ما زالت مفتوحة، والفوليات تقفل بترتيبها.`,
        `The folio of ${before.label('en')} is still open; folios are closed in their order.`
      )
    )
  }
  if (folio.book.carries === 'year' && folio.period.index === 1) return
  const { carriedDebit, carriedCredit } = previous
  if (!brought.debit.equals(carriedDebit!) || !brought.credit.equals(carriedCredit!)) {
    throw new FolioOrderError(
      sentence(
        `ما رحلته فولية ${before.label('ar')} ليس ما تبدأ به هذه.`,
        `What the folio of ${before.label('en')} carried is not what this one begins with.`
      ),
      { facts: { carriedDebit: String(carriedDebit), broughtDebit: String(brought.debit) } }
    )
  }
}

/** A later folio is closed on what this one carried. */
export function restedOn(month: Month): FolioOrderError {
  return new FolioOrderError(
    sentence(
      `فولية ${month.label('ar')} مقفلة على ما رحلته هذه.`,
      `The folio of ${month.label('en')} is closed on what this one carried.`
    ),
    { cure: sentence('أعد فتح اللاحقة أولًا.', 'Reopen the later one first.') }
  )
}
