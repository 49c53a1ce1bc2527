import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { fold } from '#core/arabic'
import { visible, type Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'
import { activeUser, approvedParty, type Holder } from '#accounts/holdings/holder_of'
import { makerOf } from '#accounts/hands'
import { payeesLike, readPayee } from '#accounts/payments/payee_choice'

/** Whose names a form of holdings offers, and to whom: people of the house hold no guarantee. */
export const HOLDER_FORMS = {
  advances: { permission: 'accounts.advances.manage', people: true },
  guarantees: { permission: 'accounts.guarantees.manage', people: false },
  penalties: { permission: 'accounts.penalties.manage', people: true },
} as const satisfies Record<string, { permission: Permission; people: boolean }>

export type HolderForm = keyof typeof HOLDER_FORMS

const SUGGESTED = 10

/** Beneficiaries whose name or number begins so, and people of the house of such a name, for a form. */
export async function holdersLike(
  user: Reader,
  form: HolderForm,
  { typed, unitId }: { typed: string; unitId: number | null }
): Promise<string[]> {
  const { permission, people } = HOLDER_FORMS[form]
  const payees = await payeesLike(user, typed, unitId, permission)
  if (!people) return payees
  const like = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const letters = typed.trim().slice(0, 100)
  const query = db
    .from('users')
    .where('status', 'active')
    .where((any) => {
      void any.where('search_text', 'like', like(fold(letters)))
      void any.orWhere('full_name', 'like', like(letters))
    })
  if (unitId) void query.where('home_unit_id', unitId)
  const users = await visible(query, user, permission, 'home_unit_id')
    .orderBy('full_name')
    .limit(SUGGESTED)
  return [...users.map((row) => `${row.full_name} — ${row.email}`), ...payees]
}

/**
 * Who is meant by the text of a form: somebody of the house by his e-mail, else an approved beneficiary.
 * @throws E_VALIDATION_ERROR beside the field, HolderUnknownError NotPayableError
 */
export async function readHolder(
  ctx: HttpContext,
  form: HolderForm,
  { unitId, typed }: { unitId: number; typed: string }
): Promise<Holder> {
  const last = typed.slice(typed.lastIndexOf('—') + 1).trim()
  if (HOLDER_FORMS[form].people && last.includes('@')) return { userId: await activeUser(last) }
  const beneficiaryId = await readPayee(ctx, { unitId, typed, field: 'holder' })
  const isPaid = form === 'advances'
  return { partyId: await approvedParty(beneficiaryId, { by: makerOf(ctx).by, isPaid }) }
}
