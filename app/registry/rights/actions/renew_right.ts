import { addMonths, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { assertTransition } from '#core/transitions'
import { within } from '#core/within'
import Asset from '#registry/models/asset'
import Right from '#registry/models/right'
import DraftRight, { type DraftAct } from '#registry/rights/actions/draft_right'
import { NotNowError, RulesForbidError } from '#registry/rights/errors'
import type { Billing, RightKind } from '#registry/rights/kinds'
import { RIGHT_LIFE, RIGHT_STATE_NAMES } from '#registry/rights/life'
import { judgeDisputes } from '#registry/rights/rules/renewal'

export interface RenewalInput {
  /** How long the new right holds; it begins on the day the old one ends. */
  months: number
  periodAmount?: Money | null
  rightNo?: string | null
  decisionNo?: string | null
  decisionOn?: Day | null
}

/**
 * A renewal (تجديد): a new draft that begins where the old right ends, with the same holder, place and
 * conditions. No renewal with an open dispute or case (R26); arrears and domain gate its approval, which
 * makes the old right «renewed».
 */
export default class RenewRight {
  /** @throws RulesForbidError, TransitionError, NotNowError when a renewal is already written */
  async handle(rightId: number, input: RenewalInput, { by, trx: outer }: DraftAct): Promise<Right> {
    return within(outer, async (trx) => {
      const old = await (await Right.findOrFail(rightId, { client: trx })).lock(trx)
      assertTransition(RIGHT_LIFE, old.status, 'renewed', RIGHT_STATE_NAMES)
      const asset = await Asset.findOrFail(old.assetId, { client: trx })
      const disputes = await judgeDisputes(asset, trx)
      if (disputes.length > 0) throw new RulesForbidError(disputes)
      const written = await Right.query({ client: trx }).where('renewal_of', old.id).first()
      if (written) {
        throw new NotNowError(
          sentence(
            `لهذا الحق تجديد مكتوب برقم ${written.rightNo}.`,
            `Renewal ${written.rightNo} of this right is written already.`
          ),
          { facts: { renewalId: written.id } }
        )
      }
      const party = await old.related('party').query().useTransaction(trx).firstOrFail()
      const partners = await trx
        .from('right_shares')
        .join('parties', 'parties.id', 'right_shares.party_id')
        .where('right_id', old.id)
        .select('parties.party_no as no', 'right_shares.written')
      return new DraftRight().create(
        {
          assetId: old.assetId,
          partyNo: party.partyNo,
          partners: partners
            .map(({ no, written: share }: { no: string; written: string }) => `${no} = ${share}`)
            .join('\n'),
          rightNo: input.rightNo,
          kind: old.kind as RightKind,
          slotNo: old.slotNo,
          validFrom: old.heldTo,
          validTo: addMonths(old.heldTo, input.months),
          billing: old.billing as Billing,
          periodAmount: input.periodAmount ?? old.periodAmount,
          deposit: old.deposit,
          escalationPercent: old.escalationPercent,
          escalationMonths: old.escalationMonths,
          grantor: old.grantor,
          purpose: old.purpose,
          activity: old.activity,
          areaPartM2: old.areaPartM2,
          conditions: old.conditions,
          undedicationId: old.undedicationId,
          decisionNo: input.decisionNo,
          decisionOn: input.decisionOn,
          renewedFromId: old.id,
        },
        { by, trx }
      )
    })
  }
}
