import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { FrozenPayment } from '#accounts/beneficiaries/ports'

/** Approved and not yet answered by the bank: payee, amounts and account are frozen. */
export const FROZEN_STATES = [
  'reviewed',
  'registered',
  'cleared',
  'posted',
  'ordered',
  'signed_first',
  'signed',
] as const

/** Forms 50 of a beneficiary that will be paid into the account that stands on them. */
export async function frozenPaymentsOf(
  beneficiaryId: number,
  trx: Pick<Trx, 'from'> = db as unknown as Trx
): Promise<FrozenPayment[]> {
  const rows = await trx
    .from('payment_vouchers')
    .where('beneficiary_id', beneficiaryId)
    .whereIn('status', [...FROZEN_STATES])
    .select('id', 'number', 'fiscal_year', 'net', 'beneficiary_account_id')
    .orderBy('id')
  return rows.map((row) => ({
    label: `${row.number}/${row.fiscal_year}`,
    url: `/accounts/payments/${row.id}`,
    amount: Money.of(row.net),
    accountId: Number(row.beneficiary_account_id),
  }))
}
