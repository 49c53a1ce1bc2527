import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type Asset from '#registry/models/asset'
import Occupancy from '#registry/models/occupancy'
import Party from '#registry/models/party'
import type { OccupancyInput } from '#registry/rights/actions/record_occupancy'
import { OccupiedError } from '#registry/rights/errors'
import { FOREVER } from '#registry/rights/kinds'

/** Writes who is in a place. @throws OccupiedError when the database holds somebody else there (R10) */
export async function insertOccupancy(
  asset: Asset,
  input: OccupancyInput & { slotNo: number; rightId?: number },
  by: Actor,
  trx: Trx
): Promise<Occupancy> {
  const party = input.partyId ? await Party.findOrFail(input.partyId, { client: trx }) : null
  try {
    const occupancy = await Occupancy.create(
      {
        unitId: asset.unitId,
        assetId: asset.id,
        slotNo: input.slotNo,
        partyId: party?.id ?? null,
        occupantName: party?.name ?? (input.occupantName?.trim() || 'غير معلوم'),
        rightId: input.rightId ?? null,
        activity: input.activity ?? null,
        validFrom: input.from,
        validTo: FOREVER,
        source: input.source,
        evidence: input.evidence,
        documentId: input.documentId ?? null,
        recordedBy: by.id,
      },
      { client: trx }
    )
    await Trail.record(
      {
        action: 'occupancy.created',
        unitId: asset.unitId,
        subjectType: 'occupancy',
        subjectId: occupancy.id,
        label: `${asset.siteNo}/${input.slotNo}`,
        after: occupancy.picture(),
      },
      { by, trx }
    )
    return occupancy
  } catch (error) {
    if ((error as { errno?: number }).errno === 1062) throw new OccupiedError(input.slotNo, error)
    throw error
  }
}
