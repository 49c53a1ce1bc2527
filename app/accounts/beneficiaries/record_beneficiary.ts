import { foldName } from '#core/arabic'
import type { Day } from '#core/days'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { linkHistory } from '#accounts/beneficiaries/link_history'
import {
  indexOf,
  readNumber,
  SEALED_NUMBERS,
  sealNumber,
  type SealedNumber,
} from '#accounts/beneficiaries/numbers'
import { partyOfBeneficiary } from '#accounts/beneficiaries/party_of'
import { BeneficiaryKnownError } from '#accounts/beneficiaries/errors'
import Beneficiary from '#accounts/models/beneficiary'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'

export const BENEFICIARY_KINDS = ['supplier', 'person', 'employee', 'public_body'] as const
export type BeneficiaryKind = (typeof BENEFICIARY_KINDS)[number]

export interface BeneficiaryInput {
  unitId: number
  kind: BeneficiaryKind
  name: string
  /** The unit's own number of him; left out, the next one. */
  beneficiaryNo?: string | null
  /** As typed; kept sealed. */
  numbers?: Partial<Record<SealedNumber, string | null>>
  taxCardUntil?: Day | null
  registerUntil?: Day | null
  phone?: string | null
  address?: string | null
}

/** Records who is to be paid, once; into which account is another paper. */
export default class RecordBeneficiary {
  /** @throws IdentifierError, BeneficiaryKnownError when the unit knows him by one of his numbers */
  async handle(
    input: BeneficiaryInput,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<{ id: number; beneficiaryNo: string }> {
    const numbers = SEALED_NUMBERS.flatMap((kind) => {
      const typed = input.numbers?.[kind]
      return typed ? [[kind, readNumber(kind, typed)] as const] : []
    })
    return within(outer, async (trx) => {
      const { unitId, kind, name } = input
      const given = input.beneficiaryNo?.trim()
      if (given) await refuseKnown('beneficiary_no', { unitId, beneficiary_no: given }, trx)
      for (const [of, plain] of numbers) {
        if (of === 'commercial_register') continue
        await refuseKnown(of, { unitId, [`${of}_index`]: indexOf(of, plain) }, trx)
      }
      const beneficiaryNo = given || (await nextNo(unitId, trx))
      const row = { unitId, beneficiaryNo }
      const [id] = await trx
        .insertQuery()
        .table('beneficiaries')
        .insert({
          ...{ unit_id: unitId, beneficiary_no: beneficiaryNo, kind, name },
          folded_name: foldName(name).slice(0, 200),
          ...{ phone: input.phone ?? null, address: input.address ?? null },
          tax_card_until: input.taxCardUntil ?? null,
          register_until: input.registerUntil ?? null,
          ...Object.fromEntries(
            numbers.flatMap(([of, plain]) => [
              [`${of}_cipher`, sealNumber(of, plain, row)],
              [`${of}_index`, indexOf(of, plain)],
            ])
          ),
        })
      await linkHistory(unitId, trx)
      await partyOfBeneficiary(Number(id), { by, trx })
      await Trail.record(
        {
          action: 'beneficiary.recorded',
          unitId,
          subjectType: 'beneficiary',
          subjectId: Number(id),
          label: `${beneficiaryNo} ${name}`,
          // Which numbers he gave, never the numbers.
          after: { beneficiaryNo, kind, numbers: numbers.map(([of]) => of) },
        },
        { by, trx }
      )
      return { id: Number(id), beneficiaryNo }
    })
  }
}

async function refuseKnown(
  field: string,
  { unitId, ...where }: { unitId: number } & Record<string, unknown>,
  trx: Trx
): Promise<void> {
  const found = await Beneficiary.query({ client: trx })
    .where({ unit_id: unitId, ...where })
    .first()
  if (found) throw new BeneficiaryKnownError(field, found.beneficiaryNo, found.name)
}

/** Numbers from files may stand before the counter; it goes on behind them. */
async function nextNo(unitId: number, trx: Trx): Promise<string> {
  for (;;) {
    const number = await nextNumber({ unitId, book: 'beneficiaries', fiscalYear: '-' }, trx)
    const taken = await Beneficiary.query({ client: trx })
      .where({ unit_id: unitId, beneficiary_no: String(number) })
      .first()
    if (!taken) return String(number)
  }
}
