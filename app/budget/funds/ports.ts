import type { Day } from '#core/days'
import type { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

export interface FundPosting {
  unitId: number
  on: Day
  /** The same effect of the same document posts once. */
  businessKey: string
  description: string
}

interface Posting {
  by: { id: number | null }
  trx: Trx
}

/**
 * What special funds ask of the ledger, which stands above the budget and may not be imported from here.
 * The accounts fill it in when they are loaded (start/budget_ports.ts).
 */
export interface FundPorts {
  /** Revenue posted to a fund within a month, of a unit and those below it. */
  revenueOf(fund: { unitId: number; fundId: number; month: Month }, trx?: Trx): Promise<Money>
  /** Posts the treasury's share: the fund bears it and owes it. Returns the entry. */
  postShare(
    share: FundPosting & { fundId: number; amount: Money },
    act: Posting
  ): Promise<number | null>
  /**
   * Posts a transfer between funds on both sides, each fund balanced in itself. Returns the entry.
   * @param moved what each fund gets (above zero) or gives (below); they sum to nothing
   */
  postTransfer(
    transfer: FundPosting & { moved: readonly { fundId: number; amount: Money }[] },
    act: Posting
  ): Promise<number | null>
}

export const fundPorts: FundPorts = {
  revenueOf: async () => Money.zero,
  postShare: async () => null,
  postTransfer: async () => null,
}
