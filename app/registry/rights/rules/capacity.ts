import { sentence } from '#core/domain_error'
import type { Finding } from '#registry/rules/finding'
import { rowsOf, type RightCase } from '#registry/rights/rules/context'

/** R10: the asset has the slot, it is not occupied by somebody else, and no more stand than it bears. */
export async function judgeCapacity({ right, asset, trx }: RightCase): Promise<Finding[]> {
  if (!right.takesSlot) return []
  if (right.slotNo !== null && right.slotNo > asset.slots) {
    return [
      finding(
        sentence(
          `للأصل ${asset.slots} من الأماكن، والمطلوب المكان رقم ${right.slotNo}.`,
          `The asset has ${asset.slots} slots; slot ${right.slotNo} is asked for.`
        ),
        sentence('اختر مكانًا من أماكن الأصل.', 'Choose one of its slots.'),
        { slots: asset.slots, asked: right.slotNo }
      ),
    ]
  }
  return [...(await occupiedByAnother(right, trx)), ...(await full(right, asset.slots, trx))]
}

async function occupiedByAnother(right: RightCase['right'], trx: RightCase['trx']) {
  const occupied = await rowsOf(
    trx,
    `SELECT o.slot_no, o.occupant_name, o.valid_from FROM occupancies o
     WHERE o.asset_id = :asset AND (:slot IS NULL OR o.slot_no = :slot)
       AND o.valid_from < :to AND o.valid_to > :from
       AND NOT (o.party_id <=> :party) AND NOT EXISTS (
         SELECT 1 FROM right_shares s WHERE s.right_id = :right AND s.party_id = o.party_id)
     ORDER BY o.slot_no LIMIT 1`,
    {
      asset: right.assetId,
      slot: right.slotNo,
      from: right.validFrom,
      to: right.validTo,
      party: right.partyId,
      right: right.id ?? 0,
    }
  )
  return occupied.map(({ slot_no: slot, occupant_name: name, valid_from: since }) =>
    finding(
      sentence(
        `المكان رقم ${slot} يشغله «${name}» منذ ${since}.`,
        `Slot ${slot} has been occupied by «${name}» since ${since}.`
      ),
      sentence('أثبت إخلاءه في سجل الإشغال أولًا.', 'Record first that he has left.'),
      { slot, occupant: name, since }
    )
  )
}

/** Imported rights name no slot: each fills one of the asset's. */
async function full(right: RightCase['right'], slots: number, trx: RightCase['trx']) {
  if (slots === 1) return []
  const [{ standing }] = (await rowsOf(
    trx,
    `SELECT COUNT(*) AS standing FROM rights o
     WHERE o.asset_id = :asset AND o.id <> :right AND NOT (o.id <=> :renewed)
       AND o.status IN ('approved', 'active', 'expiring', 'suspended', 'renewed')
       AND o.kind NOT IN ('easement', 'mortgage')
       AND o.valid_from < :to AND COALESCE(o.ended_on, o.valid_to) > :from`,
    {
      asset: right.assetId,
      right: right.id ?? 0,
      renewed: right.renewedFromId,
      from: right.validFrom,
      to: right.validTo,
    }
  )) as [{ standing: number }]
  if (Number(standing) < slots) return []
  return [
    finding(
      sentence(
        `أماكن الأصل كلها (${slots}) عليها حقوق في هذه المدة.`,
        `Rights stand on all ${slots} slots of the asset in this time.`
      ),
      sentence('اختر أصلًا أو مدة أخرى.', 'Choose another asset or time.'),
      { slots, standing: Number(standing) }
    ),
  ]
}

function finding(
  messages: Finding['messages'],
  cure: Finding['cure'],
  facts: Finding['facts']
): Finding {
  return { rule: 'R10', severity: 'critical', messages, cure, facts, overridable: false }
}
