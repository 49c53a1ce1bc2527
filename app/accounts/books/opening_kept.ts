import { DomainError, sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { netOf, trialBalance } from '#accounts/books/figures'
import { rolledLines } from '#accounts/books/roll_over'
import type YearClosing from '#accounts/models/year_closing'

/** The next year does not open with what the closing rolled over. */
export class OpeningDiffersError extends DomainError {
  static override code = 'E_OPENING_DIFFERS'
}

/**
 * What the next year opens with in the ledger is what the closing wrote down, to the piastre and account by
 * account; asked once more before the year is approved for good.
 * @throws OpeningDiffersError
 */
export async function assertOpeningKept(closing: YearClosing, trx: Trx): Promise<void> {
  const next = FiscalYear.of(closing.fiscalYear).next()
  const july = next.months[0]!
  const period = { unitId: closing.unitId, first: july.first, last: july.last }
  const opened = new Map<string, Money>()
  for (const { code, brought } of await trialBalance(period, { trx })) {
    opened.set(code, netOf(brought))
  }
  const rolled = new Map((await rolledLines(closing.id, { trx })).map((row) => [row.code, row]))
  for (const code of new Set([...opened.keys(), ...rolled.keys()])) {
    const begins = opened.get(code) ?? Money.zero
    const kept = rolled.get(code)
    const closed = kept ? netOf(kept.opens) : Money.zero
    if (begins.equals(closed)) continue
    throw new OpeningDiffersError(
      sentence(
        `يرحل الحساب ${code} ${closed.format('ar')} وتبدأ السنة التالية بـ ${begins.format('ar')}.`,
        `Account ${code} rolls over ${closed.format('en')} and the next year begins with ${begins.format('en')}.`
      ),
      {
        facts: { account: code, closed: String(closed), begins: String(begins) },
        cure: sentence(
          'تراجع عن الإقفال وأقفل السنة من جديد.',
          'Undo the closing and close the year anew.'
        ),
      }
    )
  }
}
