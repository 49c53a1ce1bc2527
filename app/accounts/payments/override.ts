import { sentence } from '#core/domain_error'
import type User from '#identity/models/user'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { MayNotOverrideError } from '#accounts/payments/errors'

/** Missing papers and duplicates are passed over by those alone who hold the permission for it in the form's unit. */
export async function assertMayOverride(id: number, user: User): Promise<void> {
  const { unitId } = await PaymentVoucher.findOrFail(id)
  if (user.can('accounts.payments.override', unitId)) return
  throw new MayNotOverrideError(
    sentence(
      'ليست لك صلاحية تجاوز نقص المستندات أو تكرار المطالبة.',
      'You may not override missing papers or a duplicate claim.'
    )
  )
}
