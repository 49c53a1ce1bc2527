import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import type { Trx } from '#core/within'
import BookFolio from '#accounts/models/book_folio'

/** What an open folio has none of. */
export const FROZEN = {
  ...{ broughtDebit: null, broughtCredit: null, debit: null, credit: null },
  ...{ carriedDebit: null, carriedCredit: null, lineCount: null, documentHash: null },
  ...{ closedBy: null, closedAt: null, auditedBy: null, auditedAt: null },
}

/** The moment of a signature. */
export const now = () => DateTime.fromJSDate(clock.now())

/** A folio with its book, held until the transaction ends. */
export async function held(id: number, trx: Trx): Promise<BookFolio> {
  const folio = await (await BookFolio.findOrFail(id, { client: trx })).lock(trx)
  await folio.load('book')
  return folio
}

/** As documents name it: `55 ع.ح 3/2025/2026`. */
export const labelOf = (folio: BookFolio) =>
  `${folio.book.formNo} ${folio.number}/${folio.fiscalYear}`

/** What the trail keeps of a step of a folio. */
export function fact(
  folio: BookFolio,
  verb: string,
  told: { before?: object; after?: object; reason?: string }
) {
  const subject = { unitId: folio.unitId, subjectType: 'book_folio', subjectId: folio.id }
  return { action: `book_folio.${verb}`, ...subject, label: labelOf(folio), ...told }
}
