import db from '@adonisjs/lucid/services/db'
import { sentence } from '#core/domain_error'
import { HolderUnknownError } from '#accounts/holdings/errors'

/** Somebody of the house with an account, or a party of the register. */
export type Holder =
  { userId: number; partyId?: undefined } | { partyId: number; userId?: undefined }

/** How a form names him: by the e-mail of his account, or by his number among the parties of the unit. */
interface Named {
  email?: string
  partyNo?: string
}

/** @throws HolderUnknownError */
export async function holderOf(unitId: number, { email, partyNo }: Named): Promise<Holder> {
  const found = email
    ? await db.from('users').where('email', email.toLowerCase()).select('id').first()
    : await db
        .from('parties')
        .where({ unit_id: unitId, party_no: partyNo ?? '' })
        .select('id')
        .first()
  if (!found) throw unknown(email ?? partyNo ?? '')
  return email ? { userId: Number(found.id) } : { partyId: Number(found.id) }
}

/** The party of a unit by his number. @throws HolderUnknownError */
export async function partyOf(unitId: number, partyNo: string): Promise<number> {
  return (await holderOf(unitId, { partyNo })).partyId!
}

function unknown(name: string): HolderUnknownError {
  return new HolderUnknownError(
    sentence(
      `لا يوجد في الوحدة متعامل ولا في ديوان حساب بهذا التعريف: ${name}.`,
      `The unit has no party and Diwan no account known as ${name}.`
    ),
    {
      facts: { name },
      cure: sentence('سجله بين المتعاملين أولًا.', 'Record him among the parties first.'),
    }
  )
}
