import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import ChangeBeneficiary from '#accounts/beneficiaries/change_beneficiary'
import RecordBeneficiary, { type BeneficiaryKind } from '#accounts/beneficiaries/record_beneficiary'
import { hasAny } from '#reporting/sample/office/stock'
import {
  actorOf,
  CITY,
  GOVERNORATE,
  TOWN,
  unitId,
  type Desk,
} from '#reporting/sample/spending/desk'
import { ibanOf } from '#reporting/sample/spending/iban'

/** Who is paid, with his tax number and the bank and number of his account. */
const PAYEES: readonly (readonly [
  unit: string,
  no: string,
  kind: BeneficiaryKind,
  name: string,
  taxNo: string | null,
  bank: string,
])[] = [
  [GOVERNORATE, '1', 'supplier', 'مكتبة الوادي', '204816351', '0003'],
  [GOVERNORATE, '2', 'supplier', 'شركة قارون للصيانة', '311752904', '0002'],
  [GOVERNORATE, '3', 'employee', 'العاملون بديوان عام المحافظة', null, '0003'],
  [GOVERNORATE, '4', 'public_body', 'الشركة المصرية للاتصالات', '100245779', '0003'],
  [CITY, '1', 'supplier', 'مكتبة الوادي', '204816351', '0003'],
  [CITY, '2', 'supplier', 'الريان للمقاولات', '477120638', '0002'],
  [CITY, '3', 'supplier', 'شركة الصفا للنظافة', '518330246', '0003'],
  [CITY, '4', 'supplier', 'مؤسسة النور لقطع الغيار', '392067715', '0002'],
  [CITY, '5', 'employee', 'العاملون بمدينة الفيوم', null, '0003'],
  [CITY, '6', 'public_body', 'شركة مصر الوسطى لتوزيع الكهرباء', '100377120', '0002'],
  [CITY, '7', 'person', 'كريم عبد العزيز مرسي', null, '0003'],
  [TOWN, '1', 'supplier', 'مكتبة الوادي', '204816351', '0003'],
]

/** The register of who is paid: accounts that hold, one that waits, one that cools, one who is stopped. */
export async function recordSamplePayees({ officer, head, chief, cashier }: Desk): Promise<void> {
  if (await hasAny('beneficiaries')) return
  const by = actorOf(officer)
  // Who is given money ahead is paid as himself.
  const holders = [chief, cashier].map(
    ({ fullName }, index) => [CITY, String(8 + index), 'employee', fullName, null, '0003'] as const
  )
  for (const [index, [unit, beneficiaryNo, kind, name, taxNo, bank]] of [
    ...PAYEES,
    ...holders,
  ].entries()) {
    const { id } = await new RecordBeneficiary().handle(
      {
        unitId: await unitId(unit),
        ...{ kind, name, beneficiaryNo },
        numbers: taxNo ? { tax_no: taxNo } : {},
        taxCardUntil: taxNo ? addDays(today(), index % 4 === 3 ? 12 : 400) : null,
        address: 'الفيوم',
      },
      { by }
    )
    await account(id, ibanOf(bank, 7_310_000 + index * 137), 'خطاب البنك المرفق', { officer, head })
  }
  const change = async (no: string, iban: string, reason: string) =>
    new ProposeAccount().handle({ beneficiaryId: await payee(CITY, no), iban, reason }, { by })
  await change('3', ibanOf('0002', 9_100_021), 'طلب الشركة تغيير حسابها، وارد 614')
  const cooling = await change('4', ibanOf('0003', 9_100_077), 'طلب المؤسسة، وارد 655')
  await new DecideAccount().approve(cooling.id, { by: head })
  await new ChangeBeneficiary().handle(
    await payee(CITY, '7'),
    { stopReason: 'حجز إداري رقم 18 لصالح الضرائب' },
    { by: actorOf(head) }
  )
}

async function account(
  beneficiaryId: number,
  iban: string,
  reason: string,
  { officer, head }: Pick<Desk, 'officer' | 'head'>
): Promise<void> {
  const { id } = await new ProposeAccount().handle(
    { beneficiaryId, iban, reason },
    { by: actorOf(officer) }
  )
  await new DecideAccount().approve(id, { by: head })
}

/** A beneficiary of a unit by its number of him. */
export async function payee(unit: string, no: string): Promise<number> {
  const row = await db
    .from('beneficiaries')
    .where({ unit_id: await unitId(unit), beneficiary_no: no })
    .firstOrFail()
  return Number(row.id)
}
