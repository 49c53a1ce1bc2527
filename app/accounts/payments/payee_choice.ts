import db from '@adonisjs/lucid/services/db'
import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { foldName } from '#core/arabic'
import { visible, type Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'

const SUGGESTED = 20

interface Named {
  name: string
  beneficiary_no: string
}

/** A payee as he stands in the field of a form: names are shared, numbers are the unit's own. */
export const payeeText = ({ name, beneficiary_no: no }: Named) => `${name} — ${no}`

/** Payees whose name or number begins so, of the units in which the person may write the form. */
export async function payeesLike(
  user: Reader,
  typed: string,
  unitId: number | null,
  permission: Permission = 'accounts.payments.manage'
): Promise<string[]> {
  const query = visible(db.from('beneficiaries').where('status', 'open'), user, permission)
  if (unitId) void query.where('unit_id', unitId)
  const rows = await holding(query, typed).orderBy('folded_name').limit(SUGGESTED)
  return rows.map((row) => payeeText(row as Named))
}

/**
 * The beneficiary of a unit who is meant by his text, number or as much of his name as only he has.
 * @throws E_VALIDATION_ERROR beside the field where nobody or several are
 */
export async function readPayee(
  { i18n }: HttpContext,
  { unitId, typed, field = 'payee' }: { unitId: number; typed: string; field?: string }
): Promise<number> {
  const ofUnit = () => db.from('beneficiaries').where('unit_id', unitId)
  const number = typed.slice(typed.lastIndexOf('—') + 1).trim()
  const byNumber = await ofUnit().where('beneficiary_no', number).first()
  if (byNumber) return Number(byNumber.id)
  const named = await ofUnit().where('folded_name', foldName(typed)).limit(2)
  const found = named.length > 0 ? named : await holding(ofUnit(), typed).limit(2)
  if (found.length === 1) return Number(found[0].id)
  const message = i18n.t(`accounts.payments.${found.length > 1 ? 'several_payees' : 'no_payee'}`)
  throw new errors.E_VALIDATION_ERROR([{ field, rule: 'payee', message }])
}

function holding(query: ReturnType<typeof db.from>, typed: string) {
  const text = foldName(typed.slice(0, 100)).replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const number = typed.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return query.where((any) => {
    void any.where('beneficiary_no', 'like', `${number}%`)
    if (text) void any.orWhere('folded_name', 'like', `%${text}%`)
  })
}
