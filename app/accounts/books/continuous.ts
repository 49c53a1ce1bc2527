import { addDays, FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { NotContinuousError } from '#accounts/books/errors'
import { netOf, RESULT_ACCOUNT, type AccountFigures } from '#accounts/books/figures'
import { linesOf } from '#accounts/books/period_account_lines'
import PeriodAccount from '#accounts/models/period_account'

/**
 * What the period before carried, this one brings: account by account, across July too, where revenue and
 * expense went to the result.
 * @throws NotContinuousError
 */
export async function assertContinuous(
  { unitId, first }: { unitId: number; first: string },
  rows: readonly AccountFigures[],
  trx: Trx
) {
  const before = await PeriodAccount.query({ client: trx })
    .where({ unit_id: unitId, last_day: addDays(first, -1) })
    .whereNot('status', 'draft')
    .orderBy('first_day', 'desc')
    .first()
  if (!before) return
  const isJuly = FiscalYear.containing(first).first === first
  const carried = new Map<string, Money>()
  for (const line of await linesOf(before.id, { trx })) {
    const isOfYear = line.class === 'revenue' || line.class === 'expense'
    const code = isJuly && isOfYear ? RESULT_ACCOUNT : line.code
    carried.set(code, (carried.get(code) ?? Money.zero).add(netOf(line.carried)))
  }
  const brought = new Map(rows.map(({ code, brought: sides }) => [code, netOf(sides)]))
  for (const code of new Set([...carried.keys(), ...brought.keys()])) {
    const ended = carried.get(code) ?? Money.zero
    const begins = brought.get(code) ?? Money.zero
    if (ended.equals(begins)) continue
    throw new NotContinuousError({ account: code, carried: `${ended}`, brought: `${begins}` })
  }
}
