import { FiscalYear, today, type Day } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Asset from '#registry/models/asset'
import Right from '#registry/models/right'
import type { Billing, RightKind } from '#registry/rights/kinds'
import { writeRight } from '#registry/rights/actions/write_right'
import { assertTransition } from '#core/transitions'
import { RIGHT_LIFE, RIGHT_STATE_NAMES } from '#registry/rights/life'

export interface RightInput {
  assetId: number
  /** The holder's number in the unit. */
  partyNo: string
  /** Partners, one a line (`15 = 1/3`); blank: the holder has the whole. */
  partners?: string | null
  /** As the paper has it; left out, the unit's next number. */
  rightNo?: string | null
  kind: RightKind
  slotNo?: number | null
  validFrom: Day
  /** First day on which it no longer holds. */
  validTo: Day
  billing: Billing
  periodAmount: Money
  deposit?: Money | null
  escalationPercent?: string | null
  escalationMonths?: number | null
  grantor?: string | null
  purpose?: string | null
  activity?: string | null
  areaPartM2?: string | null
  conditions?: string | null
  undedicationId?: number | null
  decisionNo?: string | null
  decisionOn?: Day | null
}

export interface DraftAct {
  by: Actor & { id: number }
  trx?: Trx
}

/** Writes a right down as a draft (إعداد مسودة حق). Drafts may break rules; approvals may not. */
export default class DraftRight {
  async create(
    input: RightInput & { renewedFromId?: number | null; disposalId?: number | null },
    { by, trx: outer }: DraftAct
  ): Promise<Right> {
    return within(outer, async (trx) => {
      const asset = await Asset.findOrFail(input.assetId, { client: trx })
      const right = new Right().useTransaction(trx)
      right.merge({
        unitId: asset.unitId,
        assetId: asset.id,
        status: 'draft',
        madeBy: by.id,
        renewedFromId: input.renewedFromId ?? null,
        disposalId: input.disposalId ?? null,
        rightNo: input.rightNo?.trim() || (await this.#number(asset.unitId, trx)),
      })
      await writeRight(right, input, trx)
      await this.#record('right.created', right, by, trx)
      return right
    })
  }

  /** @throws TransitionError when it is no draft any more */
  async change(rightId: number, input: RightInput, { by, trx: outer }: DraftAct): Promise<Right> {
    return within(outer, async (trx) => {
      const right = await (await Right.findOrFail(rightId, { client: trx })).lock(trx)
      assertTransition(RIGHT_LIFE, right.status, 'approved', RIGHT_STATE_NAMES)
      const before = right.picture()
      // The last hand on a draft is its maker: he may not approve it.
      right.merge({ madeBy: by.id, refusal: null })
      if (input.rightNo?.trim()) right.rightNo = input.rightNo.trim()
      await writeRight(right, input, trx)
      await this.#record('right.changed', right, by, trx, before)
      return right
    })
  }

  async #number(unitId: number, trx: Trx): Promise<string> {
    const { label } = FiscalYear.containing(today())
    return `${label}/${await nextNumber({ unitId, book: 'rights', fiscalYear: label }, trx)}`
  }

  #record(action: string, right: Right, by: Actor, trx: Trx, before?: unknown) {
    return Trail.record(
      {
        action,
        unitId: right.unitId,
        subjectType: 'right',
        subjectId: right.id,
        label: right.rightNo,
        before,
        after: right.picture(),
      },
      { by, trx }
    )
  }
}
