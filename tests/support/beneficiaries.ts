import RecordBeneficiary, {
  type BeneficiaryInput,
} from '#accounts/beneficiaries/record_beneficiary'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import { SYSTEM } from '#audit/actor'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

/** Real in form: of the National Bank, of Banque Misr, and of a bank that the list does not have. */
export const IBANS = {
  national: 'EG780003000500000000263180001',
  misr: 'EG970002000500000000263180001',
  unknown: 'EG809999000500000000263180001',
} as const

let made = 0

/** A supplier of a unit, its officer who makes and its head who approves. */
export async function aBeneficiary(given: Partial<BeneficiaryInput> = {}) {
  const unitId = given.unitId ?? (await aUnit())
  const { id, beneficiaryNo } = await new RecordBeneficiary().handle(
    { kind: 'supplier', name: `مورد الأدوات ${++made}`, ...given, unitId },
    { by: SYSTEM }
  )
  const officer = await aPerson({ unitId, roles: ['finance_officer'] })
  const head = await aPerson({ unitId, roles: ['accounts_head'] })
  const propose = (iban: string, bankName?: string) =>
    new ProposeAccount().handle(
      { beneficiaryId: id, iban, bankName, reason: 'خطاب البنك رقم 12' },
      { by: officer.asActor() as never }
    )
  const approve = (accountId: number, by = head) => new DecideAccount().approve(accountId, { by })
  return { unitId, id, beneficiaryNo, officer, head, propose, approve }
}
