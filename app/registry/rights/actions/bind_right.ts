import type { Trx } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import Asset from '#registry/models/asset'
import type Right from '#registry/models/right'
import { SlotTakenError } from '#registry/rights/errors'
import { rentSchedule } from '#registry/rights/rent'
import { sharesOf } from '#registry/rights/rules/judge_right'

/**
 * Takes the slot of a right for its time, or every slot of its asset; the database lets nobody else in.
 * @throws SlotTakenError
 */
export async function takeSlots(right: Right, trx: Trx): Promise<void> {
  if (!right.takesSlot) return
  const asset = await Asset.findOrFail(right.assetId, { client: trx })
  const slots =
    right.slotNo === null ? Array.from({ length: asset.slots }, (_, i) => i + 1) : [right.slotNo]
  try {
    await trx
      .insertQuery()
      .table('right_slots')
      .multiInsert(
        slots.map((slot) => ({
          asset_id: right.assetId,
          slot_no: slot,
          valid_from: right.validFrom,
          valid_to: right.validTo,
          right_id: right.id,
        }))
      )
  } catch (error) {
    if ((error as { errno?: number }).errno === 1062) throw new SlotTakenError(error)
    throw error
  }
}

/** The rent of a right as dated terms. */
export async function writeTerms(right: Right, trx: Trx): Promise<void> {
  await trx
    .insertQuery()
    .table('right_terms')
    .multiInsert(
      rentSchedule(right.rentTerms()).map((term) => ({
        right_id: right.id,
        valid_from: term.validFrom,
        valid_to: term.validTo,
        billing: term.billing,
        period_amount: String(term.periodAmount),
      }))
    )
}

/** The fingerprint of a right: its contract and the shares of its partners. */
export async function rightHash(right: Right, trx: Trx): Promise<Buffer> {
  const shares = await sharesOf(right.id, trx)
  return documentHash({
    right: right.picture(),
    shares: shares.map(({ partyId, written }) => ({ partyId, written })),
  })
}
