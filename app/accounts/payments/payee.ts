import { DomainError, sentence } from '#core/domain_error'
import { apart } from '#core/web/format'
import type { Trx } from '#core/within'
import { payableAccount, type Payable } from '#accounts/beneficiaries/accounts/payable_account'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { PayeeChangedError, VoucherInputError } from '#accounts/payments/errors'

/** Who a form 50 pays and into which account, as they stand on the day it is written. */
export interface Payee {
  beneficiaryId: number
  beneficiaryAccountId: number
  payeeName: string
  payeeIban: string
}

/**
 * A beneficiary of the unit with the account into which he is paid today.
 * @throws VoucherInputError NotPayableError
 */
export async function payeeOf(
  beneficiaryId: number | undefined,
  unitId: number,
  trx: Trx
): Promise<Payee> {
  const known = beneficiaryId
    ? await trx.from('beneficiaries').where({ id: beneficiaryId, unit_id: unitId }).first()
    : null
  if (!known) {
    throw new VoucherInputError(
      sentence(
        'يصرف لمستفيد مسجل في الوحدة؛ اختره من سجل المستفيدين.',
        'A beneficiary recorded in the unit is paid; choose him from their register.'
      )
    )
  }
  const { beneficiary, account } = await payableAccount(Number(known.id), { trx })
  return {
    beneficiaryId: beneficiary.id,
    beneficiaryAccountId: account.id,
    payeeName: beneficiary.name.slice(0, 190),
    payeeIban: account.iban,
  }
}

/** The party that the payee of a form is in the ledger. */
export async function partyIn(
  { beneficiaryId }: Pick<PaymentVoucher, 'beneficiaryId'>,
  trx: Pick<Trx, 'from'>
): Promise<number | null> {
  const row = await trx
    .from('beneficiaries')
    .where('id', beneficiaryId ?? 0)
    .select('party_id')
    .first()
  return row?.party_id ? Number(row.party_id) : null
}

type Frozen = Pick<PaymentVoucher, 'label' | 'beneficiaryId' | 'beneficiaryAccountId' | 'payeeIban'>

/**
 * The account on the form is still the one that its payee is paid into.
 * @throws PayeeChangedError NotPayableError
 */
export async function assertPayee(voucher: Frozen, trx?: Trx): Promise<Payable> {
  if (!voucher.beneficiaryId) throw new PayeeChangedError(voucher.label)
  const payable = await payableAccount(voucher.beneficiaryId, { trx })
  const { id, iban } = payable.account
  if (id !== voucher.beneficiaryAccountId || iban !== voucher.payeeIban) {
    throw new PayeeChangedError(voucher.label)
  }
  return payable
}

/** What the page of a form says of its payee's account: that it changes, or may not be paid into. */
export async function payeeWarning(voucher: Frozen, locale: string): Promise<string | null> {
  try {
    const { coming } = await assertPayee(voucher)
    if (!coming) return null
    const said = coming.holdsFrom
      ? sentence(
          `للمستفيد حساب جديد يسري من ${apart(coming.holdsFrom)}.`,
          `A new account of the payee holds from ${coming.holdsFrom}.`
        )
      : sentence(
          'للمستفيد طلب حساب آخر ينتظر الاعتماد.',
          'A request for another account of the payee waits for approval.'
        )
    return locale === 'en' ? said.en : said.ar
  } catch (error) {
    if (error instanceof DomainError) return error.adviceFor(locale)
    throw error
  }
}
