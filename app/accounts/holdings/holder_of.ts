import db from '@adonisjs/lucid/services/db'
import { sentence } from '#core/domain_error'
import { within } from '#core/within'
import type { Actor } from '#audit/actor'
import { payableAccount } from '#accounts/beneficiaries/accounts/payable_account'
import { partyOfBeneficiary } from '#accounts/beneficiaries/party_of'
import { HolderUnknownError } from '#accounts/holdings/errors'

/** Somebody of the house with an account, or a party of the register. */
export type Holder =
  { userId: number; partyId?: undefined } | { partyId: number; userId?: undefined }

/**
 * The party of a beneficiary whom another person approved: an account of his was approved once. Who is
 * given money must also have one that holds today.
 * @throws HolderUnknownError NotPayableError
 */
export function approvedParty(
  beneficiaryId: number,
  { by, isPaid }: { by: Actor; isPaid: boolean }
): Promise<number> {
  return within(undefined, async (trx) => {
    if (isPaid) await payableAccount(beneficiaryId, { trx })
    const approved = await trx
      .from('beneficiary_accounts')
      .where('beneficiary_id', beneficiaryId)
      .whereIn('status', ['approved', 'stopped'])
      .first()
    if (!approved) {
      const { name } = await trx.from('beneficiaries').where('id', beneficiaryId).firstOrFail()
      throw new HolderUnknownError(
        sentence(
          `المستفيد «${name}» لم يُعتمد بعد: ليس له حساب اعتمده آخر.`,
          `Beneficiary ${name} is not approved yet: no account of his was approved by another.`
        ),
        {
          facts: { beneficiaryId },
          cure: sentence('يُطلب حساب ويعتمده آخر.', 'Propose an account; another approves it.'),
        }
      )
    }
    return partyOfBeneficiary(beneficiaryId, { by, trx })
  })
}

/** Somebody of the house by the e-mail of his account, as long as that is open. @throws HolderUnknownError */
export async function activeUser(email: string): Promise<number> {
  const found = await db.from('users').where('email', email.toLowerCase()).first()
  if (found?.status === 'active') return Number(found.id)
  throw new HolderUnknownError(
    sentence(
      `ليس في ديوان حساب مفتوح ببريد ${email}.`,
      `Diwan has no open account with the e-mail ${email}.`
    ),
    { facts: { email } }
  )
}
