import db from '@adonisjs/lucid/services/db'
import { foldName } from '#core/arabic'
import { today, type Day } from '#core/days'
import type User from '#identity/models/user'
import { payingType, REPLENISHING } from '#accounts/advances/form_of_advance'
import Advance from '#accounts/models/advance'
import { payeeText } from '#accounts/payments/payee_choice'

/** A form 50 as the page of its advance opens it: all filled in, or, to replenish, all but the papers. */
export interface FormStart {
  advance: { id: number; label: string; holderName: string; replenishes: boolean }
  unitId: number
  paymentType: string
  payee: string | null
  purpose: string
  invoices: { invoiceNo: string; invoiceOn: Day; beforeVat: string }[]
}

/**
 * What a form 50 for an advance begins with.
 * @returns null where the person may not write one, or the advance is neither approved nor to be replenished
 */
export async function formStart(advanceId: number, user: User): Promise<FormStart | null> {
  const advance = await Advance.visibleTo(user).where('advances.id', advanceId).first()
  if (!advance || !user.can('accounts.payments.manage', advance.unitId)) return null
  const replenishes = advance.status === 'paid' && advance.kind === 'permanent'
  if (advance.status !== 'approved' && !replenishes) return null
  const { id, label, holderName, unitId, purpose, amount } = advance
  const paper = { invoiceNo: label, invoiceOn: today(), beforeVat: String(amount) }
  return {
    ...{ advance: { id, label, holderName, replenishes }, unitId, payee: await payeeOf(advance) },
    paymentType: replenishes ? REPLENISHING : payingType(advance.kind),
    purpose: `${replenishes ? 'استعاضة ' : ''}سلفة ${label} – ${purpose}`.slice(0, 500),
    invoices: replenishes ? [] : [paper],
  }
}

/** The beneficiary who the holder is: the party himself, or the only person of his name. */
async function payeeOf({ unitId, partyId, holderName }: Advance): Promise<string | null> {
  const rows = await db
    .from('beneficiaries')
    .where({ unit_id: unitId, status: 'open' })
    .if(
      partyId,
      (query) => query.where('party_id', partyId!),
      (query) =>
        query.where('folded_name', foldName(holderName)).whereIn('kind', ['person', 'employee'])
    )
    .limit(2)
  return rows.length === 1 ? payeeText(rows[0]) : null
}
