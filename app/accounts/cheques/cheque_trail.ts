import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type ChequeBook from '#accounts/models/cheque_book'

/** Tells the trail what happened to a cheque book or one of its leaves. */
export const tellOfBook = (
  action: string,
  book: ChequeBook,
  after: object,
  { by, trx }: { by: Actor; trx: Trx },
  reason?: string
) =>
  Trail.record(
    {
      action: `cheque_book.${action}`,
      unitId: book.unitId,
      subjectType: 'cheque_book',
      subjectId: book.id,
      label: book.label,
      after,
      reason,
    },
    { by, trx }
  )
