import db from '@adonisjs/lucid/services/db'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { NotSecuredError } from '#accounts/advances/errors'
import { HolderUnknownError } from '#accounts/holdings/errors'
import type Advance from '#accounts/models/advance'

/**
 * A prepayment that names a guarantee is paid only while that is held, of the same party, for a
 * prepayment, and of the amount at least.
 * @throws NotSecuredError
 */
export async function assertSecured(
  { guaranteeId, partyId, amount, label }: Advance,
  trx: Trx
): Promise<void> {
  if (!guaranteeId) return
  const held = await trx
    .from('guarantees')
    .where({ id: guaranteeId, party_id: partyId, purpose: 'advance', status: 'held' })
    .forUpdate()
    .first()
  if (!held || Money.of(held.open_amount).compare(amount) < 0) throw new NotSecuredError(label)
}

/**
 * The guarantee of a unit by its number (`7/2026/2027`), as a request names it.
 * @throws HolderUnknownError
 */
export async function namedGuarantee(unitId: number, number: string): Promise<number> {
  const [, no, year] = /^\s*(\d{1,9})\s*\/\s*(\d{4}\/\d{4})\s*$/.exec(number) ?? []
  const row =
    no &&
    (await db.from('guarantees').where({ unit_id: unitId, number: no, fiscal_year: year }).first())
  if (row) return Number(row.id)
  throw new HolderUnknownError(
    sentence(`لا يوجد في الوحدة تأمين برقم ${number}.`, `The unit has no guarantee ${number}.`)
  )
}
