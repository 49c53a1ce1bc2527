import { JournalLineSchema } from '#database/schema'
import type { EntryLine } from '#accounts/ledger/entry'

/** One side of an entry written by hand. */
export default class JournalLine extends JournalLineSchema {
  static override table = 'journal_lines'

  /** The line as it is posted. */
  get posting(): EntryLine {
    const { accountId, debit, credit, memo, fundId, budgetLineId, partyId, assetId, centre } = this
    return {
      account: accountId,
      ...(debit.isPositive() && { debit }),
      ...(credit.isPositive() && { credit }),
      memo: memo ?? undefined,
      fundId,
      budgetLineId,
      partyId,
      assetId,
      centre,
    }
  }

  picture() {
    const { accountId, debit, credit, memo, fundId, budgetLineId, partyId, assetId, centre } = this
    const told = { memo, fundId, budgetLineId, partyId, assetId, centre }
    return { accountId, debit: String(debit), credit: String(credit), ...told }
  }
}
