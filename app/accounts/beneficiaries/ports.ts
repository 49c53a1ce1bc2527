import type { Money } from '#core/money'
import type { Trx } from '#core/within'

/** A payment whose account was frozen when it was approved, and which is not executed yet. */
export interface FrozenPayment {
  label: string
  url: string
  amount: Money
  /** The account it will be paid into. */
  accountId: number
}

/**
 * What the accounts of beneficiaries ask of the payments, which stand above them: payments fill it when
 * they are loaded (start/accounts_ports.ts).
 */
export const beneficiaryPorts: {
  frozenPaymentsOf(beneficiaryId: number, trx?: Trx): Promise<FrozenPayment[]>
} = {
  frozenPaymentsOf: async () => [],
}
