import type { SecretKind } from '#core/imports/secrets'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'

/** A payment whose account was frozen when it was approved, and which is not executed yet. */
export interface FrozenPayment {
  label: string
  url: string
  amount: Money
  /** The account it will be paid into. */
  accountId: number
}

/** A beneficiary as the register of parties asks of him. */
export interface Payee {
  unitId: number
  kind: 'person' | 'organisation'
  name: string
  /** Plain digits. */
  numbers: Partial<Record<SecretKind, string | null>>
  phone: string | null
  address: string | null
}

/**
 * What beneficiaries ask of the payments, which stand above them, and of the register of parties, which
 * is another domain's: filled in start/accounts_ports.ts.
 */
export const beneficiaryPorts: {
  frozenPaymentsOf(beneficiaryId: number, trx?: Trx): Promise<FrozenPayment[]>
  /** The party who he is, by his numbers; a new one where nobody has them. */
  partyOf(payee: Payee, as: { by: Actor; trx: Trx }): Promise<number>
} = {
  frozenPaymentsOf: async () => [],
  partyOf: async () => {
    throw new Error('The register of parties is not joined: see start/accounts_ports.ts')
  },
}
