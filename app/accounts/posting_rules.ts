import type { Day } from '#core/days'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { EntryLine } from '#accounts/actions/post_entry'
import { NoPostingRuleError } from '#accounts/payments/errors'

/** An amount of a document, with the account it brings where the rule leaves it open. */
export interface RuledAmount extends Partial<Dimensions> {
  amount: Money
  account?: number | string
  memo?: string
}

interface Dimensions {
  fundId: number | null
  budgetLineId: number | null
  partyId: number | null
}

/**
 * Lines of the entry of a document's transition, by the dated rule table (قواعد القيد). An amount may
 * have rules on both sides; an amount of zero has no line; an amount that no rule takes is refused, so
 * that nothing is left out of the books.
 * @throws NoPostingRuleError
 */
export async function linesByRule(
  { document, event, on }: { document: string; event: string; on: Day },
  amounts: Readonly<Record<string, RuledAmount>>,
  trx: Pick<Trx, 'rawQuery'>
): Promise<EntryLine[]> {
  const [rules] = await trx.rawQuery(
    `SELECT amount_key AS amountKey, side, account_code AS accountCode FROM posting_rules
     WHERE document = ? AND event = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
     ORDER BY sort_order, id`,
    [document, event, on, on]
  )
  const lines: EntryLine[] = []
  const taken = new Set<string>()
  for (const { amountKey, side, accountCode } of rules) {
    const given = amounts[amountKey]
    if (!given?.amount.isPositive()) continue
    const { amount, account: own, ...about } = given
    const account = accountCode ?? own
    if (account === undefined) throw new NoPostingRuleError(document, event, amountKey)
    lines.push({
      ...about,
      account,
      ...(side === 'debit' ? { debit: amount } : { credit: amount }),
    })
    taken.add(amountKey)
  }
  const left = Object.keys(amounts).find(
    (key) => amounts[key]!.amount.isPositive() && !taken.has(key)
  )
  if (left) throw new NoPostingRuleError(document, event, left)
  return lines
}
