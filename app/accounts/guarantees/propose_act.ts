import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { ActWaitsError, GuaranteePaperError } from '#accounts/guarantees/errors'
import { heldGuarantee } from '#accounts/guarantees/decide_act'
import GuaranteeAct, { type ActKind } from '#accounts/models/guarantee_act'

export interface ActInput {
  kind: ActKind
  /** Of a release, claim or forfeiture; all that is left when not told. */
  amount?: Money | null
  /** Of an extension. */
  expiresOn?: Day | null
  /** Letter of the bank, line of its statement, memorandum. */
  paperNo: string
  reason: string
}

/**
 * Writes a step of a guarantee down; it counts once another decides.
 * @throws ActWaitsError, GuaranteePaperError
 */
export function proposeAct(
  guaranteeId: number,
  { kind, amount, expiresOn, paperNo, reason }: ActInput,
  { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
): Promise<GuaranteeAct> {
  return within(outer, async (trx) => {
    const guarantee = await heldGuarantee(guaranteeId, trx)
    const { unitId, label } = guarantee
    if (await GuaranteeAct.findBy({ guaranteeId, status: 'proposed' }, { client: trx })) {
      throw new ActWaitsError(label)
    }
    const later =
      kind === 'extend' && guarantee.expiresOn && (expiresOn ?? '') > guarantee.expiresOn
    if (kind === 'extend' && !later) {
      throw new GuaranteePaperError(
        sentence('المد إلى يوم بعد تاريخ الانتهاء الحالي.', 'An extension is to a later day.')
      )
    }
    const moves = ['release', 'call', 'forfeit', 'penalise'].includes(kind)
    const act = await GuaranteeAct.create(
      {
        unitId,
        guaranteeId,
        kind,
        amount: moves ? (amount ?? guarantee.left) : null,
        expiresBefore: kind === 'extend' ? guarantee.expiresOn : null,
        expiresAfter: kind === 'extend' ? expiresOn! : null,
        paperNo,
        reason,
        status: 'proposed',
        madeBy: by.id,
      },
      { client: trx }
    )
    await Trail.record(
      {
        action: 'guarantee.proposed',
        unitId,
        subjectType: 'guarantee',
        subjectId: guaranteeId,
        label,
        after: act.picture(),
        reason,
      },
      { by, trx }
    )
    return act
  })
}
