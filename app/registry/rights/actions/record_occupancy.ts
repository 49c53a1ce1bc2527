import { today, type Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import type { Finding } from '#registry/rules/finding'
import Asset from '#registry/models/asset'
import Occupancy from '#registry/models/occupancy'
import type Right from '#registry/models/right'
import { insertOccupancy } from '#registry/rights/actions/insert_occupancy'
import { rightPorts } from '#registry/rights/ports'
import { withoutRight } from '#registry/rights/rules/occupied'
import { rightOfOccupant } from '#registry/rights/queries/right_of_occupant'

export type OccupancySource = 'handover' | 'inspection' | 'round' | 'complaint' | 'import'

export interface OccupancyInput {
  assetId: number
  slotNo?: number | null
  /** Null: nobody knows him; then his name as found, or none. */
  partyId?: number | null
  occupantName?: string | null
  activity?: string | null
  /** Since when he is there. */
  from: Day
  source: OccupancySource
  /** What shows it: minutes, photograph, electricity bill. */
  evidence: string
  documentId?: number | null
}

/**
 * Who is in a place, as a fact apart from any right (إثبات الإشغال). R17: who is there without a right
 * is proposed as a case; one occupant at a time for each slot, held by the database (R10).
 */
export default class RecordOccupancy {
  /** @throws OccupiedError when somebody else is recorded there */
  async handle(
    input: OccupancyInput,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<{ occupancy: Occupancy; findings: Finding[]; caseId: number | null }> {
    return within(outer, async (trx) => {
      const asset = await Asset.query({ client: trx })
        .where('id', input.assetId)
        .forUpdate()
        .firstOrFail()
      const slotNo = input.slotNo ?? 1
      const right = input.partyId
        ? await rightOfOccupant({ ...input, slotNo, partyId: input.partyId, on: today() }, trx)
        : null
      const occupancy = await insertOccupancy(
        asset,
        { ...input, slotNo, rightId: right?.id },
        by,
        trx
      )
      if (right && right.heldTo > today()) return { occupancy, findings: [], caseId: null }
      const caseId = right ? null : await rightPorts.proposeCase(occupancy.id, { by, trx })
      return { occupancy, findings: [withoutRight(occupancy, right, caseId)], caseId }
    })
  }

  /** The holder of a right takes the place over: every slot of it, from the day of the handover. */
  async byRight(
    right: Right,
    { from, by, trx }: { from: Day; by: Actor; trx: Trx }
  ): Promise<void> {
    const asset = await Asset.findOrFail(right.assetId, { client: trx })
    const slots = await trx
      .from('right_slots')
      .where('right_id', right.id)
      .orderBy('slot_no')
      .select('slot_no as slotNo')
    for (const { slotNo } of slots as { slotNo: number }[]) {
      const there = await Occupancy.query({ client: trx })
        .where({ asset_id: right.assetId, slot_no: slotNo, party_id: right.partyId })
        .where('valid_to', '>', from)
        .first()
      // A renewal finds its holder where he was.
      if (there) {
        await there.merge({ rightId: right.id }).useTransaction(trx).save()
        continue
      }
      await insertOccupancy(
        asset,
        {
          assetId: asset.id,
          slotNo,
          partyId: right.partyId,
          activity: right.activity,
          from,
          source: 'handover',
          evidence: `محضر تسليم الحق رقم ${right.rightNo}`,
          rightId: right.id,
        },
        by,
        trx
      )
    }
  }
}
