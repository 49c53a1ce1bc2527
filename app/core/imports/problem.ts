import type { Sentence } from '#core/domain_error'
import { DomainError } from '#core/domain_error'

/** Why one cell or row may not land. Returned, not thrown: a file may hold a million of them. */
export class Problem {
  constructor(
    readonly code: string,
    /** What was found, for the sentence. */
    readonly value: string = '',
    /** The field, where the whole row was judged and one field is to blame. */
    readonly field: string | null = null,
    /** The reason in both languages, where the code's own sentence does not say enough. */
    readonly reason: Sentence | null = null
  ) {}
}

/** The problem behind an error of a value class (Money, days, identifiers). Other errors pass on. */
export function problemFrom(error: unknown, code: string, text: string): Problem {
  if (!(error instanceof DomainError)) throw error
  const { messages, cure } = error
  return new Problem(code, text, null, {
    ar: cure ? `${messages.ar} ${cure.ar}` : messages.ar,
    en: cure ? `${messages.en} ${cure.en}` : messages.en,
  })
}
