import type { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { figuresOf, type ReconciliationFigures } from '#accounts/banking/reconciliation/figures'
import type { StandingPaper, StandingPapers } from '#accounts/banking/reconciliation/papers'
import type BankReconciliation from '#accounts/models/bank_reconciliation'

/** A reconciliation statement with the bank's balance held against it. */
export interface Frozen extends ReconciliationFigures {
  stated: Money
  difference: Money
}

/** The statement of an account and month as books and papers stand now. */
export async function pictureOf(
  { bankAccountId, month }: { bankAccountId: number; month: Month },
  stated: Money,
  trx: Pick<Trx, 'rawQuery'>
): Promise<Frozen> {
  const figures = await figuresOf({ bankAccountId, month }, trx)
  return { ...figures, stated, difference: stated.subtract(figures.computed) }
}

/** The statement as it was signed; a draft as it stands now. */
export async function shownFigures(
  one: BankReconciliation,
  trx: Pick<Trx, 'rawQuery'>
): Promise<Frozen> {
  if (!one.figures) {
    return pictureOf(
      { bankAccountId: one.bankAccountId, month: one.period },
      one.statedBalance,
      trx
    )
  }
  const { papers, isShared, ...sums } = (
    typeof one.figures === 'string' ? JSON.parse(one.figures) : one.figures
  ) as Record<keyof Frozen, never>
  const amounts = Object.fromEntries(
    Object.entries(sums).map(([name, amount]) => [name, Money.of(amount)])
  )
  return { ...amounts, isShared, papers: revived(papers) } as unknown as Frozen
}

function revived(papers: Record<keyof StandingPapers, StandingPaper[]>): StandingPapers {
  const money = (list: StandingPaper[]) =>
    list.map((paper) => ({ ...paper, amount: Money.of(String(paper.amount)) }))
  return {
    outstanding: money(papers.outstanding),
    executed: money(papers.executed),
    unknownDebits: money(papers.unknownDebits),
    unknownCredits: money(papers.unknownCredits),
  }
}
