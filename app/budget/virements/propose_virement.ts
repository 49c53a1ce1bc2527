import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Virement from '#budget/models/virement'
import {
  LockedCreditError,
  UnequalVirementError,
  VirementLinesError,
} from '#budget/virements/errors'
import { heldLines, type HeldLine } from '#budget/virements/held_lines'
import { scopeOf } from '#budget/virements/scope'
import { simulate, type Effect } from '#budget/virements/simulate'

/** An amount for each line: below zero where it is taken, above where it is given. */
export interface VirementInput {
  unitId: number
  lines: readonly { lineId: number; amount: Money }[]
  reason: string
  decision?: { no?: string | null; on?: Day | null; authority?: string | null }
}

/** The book in which a unit numbers its virements, per fiscal year without gaps. */
const VIREMENT_BOOK = 'virements'

/** Writes a virement down and shows what it would do; nothing moves until another person approves. */
export default class ProposeVirement {
  /** @throws UnequalVirementError, VirementLinesError, LockedCreditError */
  async handle(
    { unitId, lines: asked, reason, decision = {} }: VirementInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Virement> {
    return within(outer, async (trx) => {
      const lines = await judgedLines(asked, { unitId, trx })
      const given = Money.sum(asked.map(({ amount }) => amount).filter((one) => one.isPositive()))
      const { fiscalYear } = lines[0]!
      const virement = await Virement.create(
        {
          unitId,
          fiscalYear,
          number: await nextNumber({ unitId, book: VIREMENT_BOOK, fiscalYear }, trx),
          scope: scopeOf(lines),
          amount: given,
          reason,
          decisionNo: decision.no ?? null,
          decisionOn: decision.on ?? null,
          decisionAuthority: decision.authority ?? null,
          status: 'proposed',
          madeBy: by.id,
        },
        { client: trx }
      )
      await virement.related('lines').createMany(
        asked.map(({ lineId, amount }) => ({ lineId, amount })),
        { client: trx }
      )
      await virement.load('lines')
      await Trail.record(
        {
          action: 'virement.proposed',
          unitId,
          subjectType: 'virement',
          subjectId: virement.id,
          label: virement.label,
          after: virement.picture(),
        },
        { by, trx }
      )
      return virement
    })
  }
}

/**
 * What a virement would do, before anything is written (محاكاة): each line before and after.
 * @throws UnequalVirementError, VirementLinesError, LockedCreditError
 */
export async function previewVirement(
  asked: VirementInput['lines'],
  { unitId, trx }: { unitId: number; trx: Pick<Trx, 'rawQuery'> }
): Promise<Effect[]> {
  const lines = await judgedLines(asked, { unitId, trx })
  return simulate(lines, new Map(asked.map(({ lineId, amount }) => [lineId, amount])))
}

/**
 * The lines of a virement that can be: distinct, of uses and of one year, of the unit that asks or below
 * it, as much taken as given.
 */
export async function judgedLines(
  asked: VirementInput['lines'],
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
