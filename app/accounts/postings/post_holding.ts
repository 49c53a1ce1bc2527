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
  /** What the document charges where the rule leaves a side open: an account, of a line, of a fund. */
  charged?: Charged | null
  /** Whose money it is, where he is a party of the register. */
  partyId?: number | null
}

export interface Charged {
  account: number | string
  budgetLineId?: number | null
  fundId?: number | null
}

/**
 * Posts what happened to an advance, a guarantee, a penalty or carried cash, by the dated posting rules.
 * @returns id of the entry
 * @throws NoPostingRuleError, and what `postEntry` throws
 */
export async function postHolding(
  { document, event, moved, charged, partyId, on, ...entry }: HoldingEvent,
  { by, trx }: { by: { id: number | null }; trx: Trx }
): Promise<number> {
  const amounts = Object.entries(moved).map(([key, amount]: [string, Money]) => [
    key,
    { amount, account: charged?.account, partyId: partyId ?? null },
  ])
  const ruled = await linesByRule({ document, event, on }, Object.fromEntries(amounts), trx)
  // A budget line belongs to what was charged, not to the account that gave the money.
  const lines = ruled.map((line) =>
    charged && line.account === charged.account ? { ...line, ...charged } : line
  )
  const kind = document.split('.')[0]!
  const { id } = await postEntry({ ...entry, postedOn: on, kind, lines }, { by, trx })
  return id
}
