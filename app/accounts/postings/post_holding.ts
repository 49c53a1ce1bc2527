import type { Day } from '#core/days'
import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import { postEntry, type EntryLine } from '#accounts/actions/post_entry'

/** No posting rule holds for an event on its day: nothing is posted, so nothing happens. */
export class PostingRuleMissingError extends DomainError {
  static override code = 'E_POSTING_RULE_MISSING'

  constructor(event: string, form: string, on: Day) {
    super(
      sentence(
        `لا توجد قاعدة قيد للحدث ${event} (${form}) في يوم ${on}.`,
        `No posting rule of ${event} (${form}) holds on ${on}.`
      ),
      {
        facts: { event, form, on },
        cure: sentence(
          'تسجل الوحدة الحسابية حسابي القيد وتاريخ سريانهما.',
          'The accounting unit records both accounts and from when they hold.'
        ),
      }
    )
  }
}

interface HoldingEvent {
  /** Document and what happened to it: `guarantee.held`. */
  event: string
  form: string
  unitId: number
  on: Day
  amount: Money
  /** The same effect of the same document posts once. */
  businessKey: string
  description: string
  /** The account that the document names where the rule leaves a side open. */
  account?: string | null
}

/**
 * Posts what happened to an advance, a guarantee or a penalty, by the dated rule of its event and form
 * (`holding_postings`). An event may move several pairs of accounts, all in one entry.
 * @returns id of the entry
 * @throws PostingRuleMissingError, and what `postEntry` throws
 */
export async function postHolding(
  { event, form, amount, account, on, ...entry }: HoldingEvent,
  { by, trx }: { by: { id: number | null }; trx: Trx }
): Promise<number> {
  const [pairs] = await trx.rawQuery(
    `SELECT debit_code AS debit, credit_code AS credit FROM holding_postings
     WHERE event = ? AND form = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
     ORDER BY pair_no`,
    [event, form, on, on]
  )
  const missing = () => new PostingRuleMissingError(event, form, on)
  if (pairs.length === 0) throw missing()
  const named = (code: string | null): string => {
    const found = code ?? account
    if (!found) throw missing()
    return found
  }
  const lines = (pairs as { debit: string | null; credit: string | null }[]).flatMap(
    ({ debit, credit }): EntryLine[] => [
      { account: named(debit), debit: amount },
      { account: named(credit), credit: amount },
    ]
  )
  const { id } = await postEntry(
    { ...entry, postedOn: on, kind: event.split('.')[0]!, lines },
    { by, trx }
  )
  return id
}
