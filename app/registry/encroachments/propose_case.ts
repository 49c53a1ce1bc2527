import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import OpenCase from '#registry/encroachments/actions/open_case'
import Asset from '#registry/models/asset'
import EncroachmentCase from '#registry/models/encroachment_case'
import Occupancy from '#registry/models/occupancy'

/**
 * R17: who occupies an asset without a right is proposed as a case, detected and waiting for screening.
 * @returns the case's id, or null when one stands open for this occupancy or this occupant there
 */
export async function proposeCase(
  occupancyId: number,
  { by, trx: outer }: { by: Actor; trx?: Trx }
): Promise<number | null> {
  return within(outer, async (trx) => {
    const occupancy = await Occupancy.findOrFail(occupancyId, { client: trx })
    const standing = await EncroachmentCase.query({ client: trx })
      .whereNull('closed_on')
      .where((either) =>
        either
          .where('occupancy_id', occupancyId)
          .orWhere({ asset_id: occupancy.assetId, occupier_name: occupancy.occupantName })
      )
      .first()
    if (standing) return null
    const asset = await Asset.findOrFail(occupancy.assetId, { client: trx })
    const { id } = await new OpenCase().handle(
      {
        unitId: occupancy.unitId,
        source: 'occupancy',
        sourceRef: String(occupancy.id),
        kind: 'occupation',
        ground: 'built',
        description: `إشغال بلا حق للأصل ${asset.code} — ${occupancy.evidence}`,
        place: asset.name,
        assetId: occupancy.assetId,
        occupancyId: occupancy.id,
        partyId: occupancy.partyId,
        occupierName: occupancy.occupantName,
        areaM2: asset.areaM2 && Number(asset.areaM2) > 0 ? asset.areaM2 : null,
      },
      { by, trx }
    )
    return id
  })
}

/** Cases that are not closed on any of these assets, for rules of rights and changes (R7, R26). */
export async function openCasesOn(
  assetIds: readonly number[],
  trx?: Trx
): Promise<{ id: number; number: string; kind: string; assetId: number }[]> {
  if (assetIds.length === 0) return []
  return within(trx, async (inner) => {
    const rows: { id: number; number: string; kind: string; assetId: number }[] = await inner
      .from('encroachment_assets')
      .join('encroachment_cases as c', 'c.id', 'encroachment_assets.case_id')
      .whereIn('encroachment_assets.asset_id', [...assetIds])
      .whereNull('c.closed_on')
      .orderBy('c.id')
      .select('c.id', 'c.case_no as number', 'c.kind', 'encroachment_assets.asset_id as assetId')
    return rows
  })
}
