import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { apart } from '#core/web/format'
import type { Trx } from '#core/within'
import { NotPayableError } from '#accounts/beneficiaries/errors'
import Beneficiary from '#accounts/models/beneficiary'
import BeneficiaryAccount from '#accounts/models/beneficiary_account'

export interface Payable {
  beneficiary: Beneficiary
  /** Into which he is paid that day; a payment keeps its id, IBAN and bank as they stood. */
  account: BeneficiaryAccount
  /** A change that waits or cools: told to who reviews the payment. */
  coming: { id: number; status: 'proposed' | 'cooling'; holdsFrom: Day | null } | null
}

/**
 * The one account into which a beneficiary is paid on a day.
 * @throws NotPayableError when none holds, or nothing is to be paid to him
 */
export async function payableAccount(
  beneficiaryId: number,
  { on = today(), trx }: { on?: Day; trx?: Trx } = {}
): Promise<Payable> {
  const client = trx && { client: trx }
  const beneficiary = await Beneficiary.findOrFail(beneficiaryId, client)
  if (beneficiary.status === 'stopped') {
    throw new NotPayableError(
      sentence(
        `الصرف للمستفيد ${beneficiary.beneficiaryNo} «${beneficiary.name}» موقوف: ${beneficiary.stopReason}.`,
        `Payments to beneficiary ${beneficiary.beneficiaryNo}, ${beneficiary.name}, are stopped: ${beneficiary.stopReason}.`
      ),
      { facts: { beneficiaryId } }
    )
  }
  const accounts = await BeneficiaryAccount.query(client)
    .where('beneficiary_id', beneficiaryId)
    .whereIn('status', ['approved', 'proposed'])
  const account = accounts.find((one) => one.standing(on) === 'holding')
  const coming = accounts.find((one) => ['proposed', 'cooling'].includes(one.standing(on)))
  if (!account) {
    throw new NotPayableError(
      coming?.holdsFrom
        ? sentence(
            `حساب المستفيد «${beneficiary.name}» يسري من ${apart(coming.holdsFrom)}.`,
            `The account of ${beneficiary.name} holds from ${coming.holdsFrom}.`
          )
        : sentence(
            `ليس للمستفيد «${beneficiary.name}» حساب معتمد.`,
            `${beneficiary.name} has no approved account.`
          ),
      {
        facts: { beneficiaryId, on },
        cure: sentence('يُطلب حساب ويعتمده آخر.', 'Propose an account; another person approves it.'),
      }
    )
  }
  return {
    beneficiary,
    account,
    coming: coming
      ? {
          id: coming.id,
          status: coming.standing(on) as 'proposed' | 'cooling',
          holdsFrom: coming.holdsFrom,
        }
      : null,
  }
}
