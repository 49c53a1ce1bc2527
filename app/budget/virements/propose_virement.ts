import type { Day } from '#core/days'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Virement from '#budget/models/virement'
import { judgedLines, type AskedLine } from '#budget/virements/judged_lines'
import { scopeOf } from '#budget/virements/scope'
import { simulate, type Effect } from '#budget/virements/simulate'

export interface VirementInput {
  unitId: number
  lines: readonly AskedLine[]
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
  asked: readonly AskedLine[],
  { unitId, trx }: { unitId: number; trx: Pick<Trx, 'rawQuery'> }
): Promise<Effect[]> {
  const lines = await judgedLines(asked, { unitId, trx })
  return simulate(lines, new Map(asked.map(({ lineId, amount }) => [lineId, amount])))
}
