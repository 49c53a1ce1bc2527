import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import Right from '#registry/models/right'

/**
 * The right by which somebody may be in a place: his last one there that began by the day, in force or
 * ended; null when he never had one. Right holders and their partners alike.
 */
export async function rightOfOccupant(
  { assetId, slotNo, partyId, on }: { assetId: number; slotNo: number; partyId: number; on: Day },
  trx: Trx
): Promise<Right | null> {
  return Right.query({ client: trx })
    .where('asset_id', assetId)
    .whereNotIn('status', ['draft'])
    .whereNotIn('kind', ['easement', 'mortgage'])
    .where('valid_from', '<=', on)
    .where((query) => query.whereNull('slot_no').orWhere('slot_no', slotNo))
    .where((query) =>
      query
        .where('party_id', partyId)
        .orWhereIn('id', (shares) =>
          shares.from('right_shares').where('party_id', partyId).select('right_id')
        )
    )
    .orderBy('valid_to', 'desc')
    .orderBy('id', 'desc')
    .first()
}
