import type { Trx } from '#core/within'
import { SEALED_NUMBERS } from '#accounts/beneficiaries/numbers'
import { beneficiaryPorts } from '#accounts/beneficiaries/ports'
import Beneficiary from '#accounts/models/beneficiary'
import type { Actor } from '#audit/actor'

/**
 * The party that a beneficiary is in the ledger (بُعد المتعامل). Found or made when he is registered; one
 * who came by a file gets his with the first paper that names him.
 */
export async function partyOfBeneficiary(
  id: number,
  { by, trx }: { by: Actor; trx: Trx }
): Promise<number> {
  const { partyId } = await Beneficiary.findOrFail(id, { client: trx })
  if (partyId) return partyId
  const held = await (await Beneficiary.findOrFail(id, { client: trx })).lock(trx)
  if (held.partyId) return held.partyId
  const { unitId, kind, name, phone, address } = held
  const numbers = Object.fromEntries(SEALED_NUMBERS.map((of) => [of, held.reveal(of)]))
  const party = await beneficiaryPorts.partyOf(
    {
      ...{ unitId, name, phone, address, numbers },
      kind: kind === 'person' || kind === 'employee' ? 'person' : 'organisation',
    },
    { by, trx }
  )
  await held.useTransaction(trx).merge({ partyId: party }).save()
  return party
}
