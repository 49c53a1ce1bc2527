import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { PASSWORD } from '#tests/browser/support/desk'
import { aBudgetLine } from '#tests/support/budget'
import { aPayee } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

/** The people of the walk, each with the one role that his step asks for. */
const PEOPLE = {
  officer: ['finance_officer', 'سعاد فهمي'],
  clerk: ['finance_officer', 'مصطفى رشدي'],
  head: ['accounts_head', 'نبيل عزمي'],
  manager: ['accounts_head', 'هالة شكري'],
  chief: ['secretary_general', 'محمود الجندي'],
} as const

export type Part = keyof typeof PEOPLE

export interface Cast {
  unitId: number
  lineId: number
  bankAccountId: number
  accountNo: string
  payee: { name: string; beneficiaryNo: string }
  people: Record<Part, User>
}

/** A city with 100,000.00 of stationery, a supplier with an approved account, and everyone the cycle needs. */
export async function theCast(): Promise<Cast> {
  const unitId = await aUnit(await aUnit())
  await db
    .from('units')
    .where('id', unitId)
    .update({ name_ar: 'مركز ومدينة سنورس', name_en: 'Sinnuris' })
  const { lineId } = await aBudgetLine('100000.00', '2104', { unitId })
  const people = {} as Record<Part, User>
  for (const part of Object.keys(PEOPLE) as Part[]) {
    const [role, fullName] = PEOPLE[part]
    people[part] = await aPerson({ unitId, roles: [role], fullName, password: PASSWORD })
  }
  const accountNo = `9${process.pid}${Date.now()}`
  const bankAccountId = await openBankAccount(
    {
      ...{ unitId, accountNo, nameAr: 'حساب المصروفات', bankName: 'البنك المركزي' },
      purpose: 'expenditure',
    },
    { by: SYSTEM }
  )
  const payee = await aPayee(unitId, people)
  return { unitId, lineId, bankAccountId, accountNo, payee, people }
}
