import { blindIndexOf, type SecretKind } from '#core/imports/secrets'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import RecordParty, { type PartyInput } from '#registry/parties/record_party'

/** Which numbers tell who somebody is, the surest first. */
const TELLING: readonly SecretKind[] = ['national_id', 'tax_no', 'commercial_register']

/**
 * The party of a unit who has one of these numbers, or a new one: who is paid is the same person or firm
 * as the one who leases and owes. A name alone makes nobody the same.
 */
export async function findOrRecordParty(
  input: PartyInput,
  { by, trx }: { by: Actor; trx: Trx }
): Promise<number> {
  for (const kind of TELLING) {
    const plain = input.numbers[kind]
    if (!plain) continue
    const found = await trx
      .from('parties')
      .where('unit_id', input.unitId)
      .where(`${kind}_index`, Buffer.from(blindIndexOf(kind, plain), 'hex'))
      .orderBy('id')
      .first()
    if (found) return Number(found.id)
  }
  return (await new RecordParty().handle(input, { by, trx })).id
}
