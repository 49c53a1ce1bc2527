import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import {
  LockedCreditError,
  UnequalVirementError,
  VirementLinesError,
} from '#budget/virements/errors'
import { heldLines, type HeldLine } from '#budget/virements/held_lines'

/** An amount for a line: below zero where it is taken, above where it is given. */
export interface AskedLine {
  lineId: number
  amount: Money
}

/**
 * The lines of a virement that can be: distinct, of uses and of one year, of the unit that asks or below
 * it, as much taken as given.
 */
export async function judgedLines(
  asked: readonly AskedLine[],
  { unitId, lock = false, trx }: { unitId: number; lock?: boolean; trx: Pick<Trx, 'rawQuery'> }
): Promise<HeldLine[]> {
  const amounts = new Map(asked.map(({ lineId, amount }) => [lineId, amount]))
  const positive = asked.filter(({ amount }) => amount.isPositive())
  const negative = asked.filter(({ amount }) => amount.isNegative())
  if (amounts.size !== asked.length || positive.length === 0 || negative.length === 0) {
    throw new VirementLinesError(
      sentence(
        'يذكر كل بند مرة واحدة، وبند واحد على الأقل يؤخذ منه وآخر يعطى.',
        'Each line is named once; credit is taken from one at least and given to one at least.'
      )
    )
  }
  const given = Money.sum(positive.map(({ amount }) => amount))
  const taken = Money.sum(negative.map(({ amount }) => amount)).negate()
  if (!taken.equals(given)) throw new UnequalVirementError(taken, given)
  const lines = await heldLines([...amounts.keys()], { lock, trx })
  const years = new Set(lines.map(({ fiscalYear }) => fiscalYear))
  if (
    lines.length !== amounts.size ||
    years.size !== 1 ||
    lines.some(({ side }) => side !== 'use')
  ) {
    throw new VirementLinesError(
      sentence(
        'النقل بين بنود استخدامات في سنة مالية واحدة.',
        'Credit moves between lines of uses of one fiscal year.'
      )
    )
  }
  const [below] = await trx.rawQuery(
    'SELECT descendant_id AS id FROM unit_closure WHERE ancestor_id = ?',
    [unitId]
  )
  const reach = new Set(below.map(({ id }: { id: number }) => Number(id)))
  if (lines.some((line) => !reach.has(line.unitId))) {
    throw new VirementLinesError(
      sentence(
        'كل البنود للوحدة الطالبة أو لما يتبعها.',
        'Every line belongs to the unit that asks or to one below it.'
      )
    )
  }
  const locked = lines.find(({ id, isLocked }) => isLocked && amounts.get(id)!.isNegative())
  if (locked) throw new LockedCreditError(locked)
  return lines
}
