import type { Day } from '#core/days'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import { postEntry } from '#accounts/actions/post_entry'
import { linesByRule } from '#accounts/posting_rules'

/** What an event moves: money, and what a letter of guarantee has in memo accounts. */
export interface Moved {
  amount?: Money
  memo?: Money
}

interface HoldingEvent {
  /** Kind of document as the posting rules name it: `guarantee.cash`, `advance.travel`. */
  document: string
  event: string
  unitId: number
  on: Day
  moved: Moved
  /** The same effect of the same document posts once. */
  businessKey: string
  description: string
  /** The account that the document names where the rule leaves a side open. */
  account?: string | null
}

/**
 * Posts what happened to an advance, a guarantee, a penalty or carried cash, by the dated posting rules.
 * @returns id of the entry
 * @throws NoPostingRuleError, and what `postEntry` throws
 */
export async function postHolding(
  { document, event, moved, account, on, ...entry }: HoldingEvent,
  { by, trx }: { by: { id: number | null }; trx: Trx }
): Promise<number> {
  const amounts = Object.entries(moved).map(([key, amount]: [string, Money]) => [
    key,
    { amount, account: account ?? undefined },
  ])
  const lines = await linesByRule({ document, event, on }, Object.fromEntries(amounts), trx)
  const kind = document.split('.')[0]!
  const { id } = await postEntry({ ...entry, postedOn: on, kind, lines }, { by, trx })
  return id
}
