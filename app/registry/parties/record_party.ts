import { foldName } from '#core/arabic'
import { fieldCipher } from '#core/field_cipher'
import { blindIndexOf, type SecretKind } from '#core/imports/secrets'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Party from '#registry/models/party'
import { PartyKnownError } from '#registry/parties/errors'

export interface PartyInput {
  unitId: number
  kind: 'person' | 'organisation'
  name: string
  /** The unit's own number of him; left out, the next one. */
  partyNo?: string | null
  /** Plain digits; kept sealed, found again by their blind index. */
  numbers: Partial<Record<SecretKind, string | null>>
  phone?: string | null
  address?: string | null
}

const SECRETS: readonly SecretKind[] = ['national_id', 'tax_no', 'commercial_register']

/** Records a person or an organisation who deals with a unit (متعامل جديد), once. */
export default class RecordParty {
  /** @throws PartyKnownError when the unit knows the number, or him by one of his numbers */
  async handle(
    input: PartyInput,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<{ id: number; partyNo: string }> {
    return within(outer, async (trx) => {
      const { unitId } = input
      await this.#refuseKnown(input, trx)
      const partyNo = input.partyNo?.trim() || (await this.#nextNo(unitId, trx))
      const [id] = await trx
        .insertQuery()
        .table('parties')
        .insert({
          ...{ unit_id: unitId, party_no: partyNo, kind: input.kind, name: input.name },
          folded_name: foldName(input.name).slice(0, 200),
          phone: input.phone ?? null,
          address: input.address ?? null,
          ...sealed(input, partyNo),
        })
      await Trail.record(
        {
          action: 'party.recorded',
          unitId,
          subjectType: 'party',
          subjectId: Number(id),
          label: `${partyNo} ${input.name}`,
          // Which numbers he gave, never the numbers.
          after: {
            partyNo,
            kind: input.kind,
            numbers: SECRETS.filter((kind) => input.numbers[kind]),
          },
        },
        { by, trx }
      )
      return { id: Number(id), partyNo }
    })
  }

  async #refuseKnown({ unitId, partyNo, numbers }: PartyInput, trx: Trx): Promise<void> {
    const known = (column: string, value: unknown) =>
      Party.query({ client: trx })
        .where('unit_id', unitId)
        .where(column, value as string)
        .first()
    const asked: [field: string, column: string, value: unknown][] = [
      ...(partyNo?.trim() ? [['party_no', 'party_no', partyNo.trim()] as never] : []),
      ...SECRETS.flatMap((kind) => {
        const value = numbers[kind]
        const index = value && Buffer.from(blindIndexOf(kind, value), 'hex')
        return index ? [[kind, `${kind}_index`, index] as never] : []
      }),
    ]
    for (const [field, column, value] of asked) {
      const found = await known(column, value)
      if (found) throw new PartyKnownError(field, found.partyNo, found.name)
    }
  }

  /** Numbers from files may stand before the counter; it goes on behind them. */
  async #nextNo(unitId: number, trx: Trx): Promise<string> {
    for (;;) {
      const number = await nextNumber({ unitId, book: 'parties', fiscalYear: '-' }, trx)
      const taken = await Party.query({ client: trx })
        .where({ unit_id: unitId, party_no: String(number) })
        .first()
      if (!taken) return String(number)
    }
  }
}

function sealed({ unitId, numbers }: PartyInput, partyNo: string): Record<string, unknown> {
  return Object.fromEntries(
    SECRETS.flatMap((kind) => {
      const plain = numbers[kind]
      if (!plain) return []
      const place = { table: 'parties', column: kind, row: `${unitId}/${partyNo}` }
      return [
        [`${kind}_cipher`, fieldCipher.seal(plain, place)],
        [`${kind}_index`, Buffer.from(blindIndexOf(kind, plain), 'hex')],
      ]
    })
  )
}
