import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { balanceOf } from '#budget/balances/balance_as_of'
import type { BeneficiaryKind } from '#accounts/beneficiaries/record_beneficiary'
import Beneficiary from '#accounts/models/beneficiary'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import type { HouseOfItsOwn } from '#tests/support/books/house_of_its_own'
import type { AdvanceDesk } from '#tests/support/advances'
import { standing } from '#tests/support/holdings'
import { aPayee } from '#tests/support/payments'
import { aGrant, aPerson } from '#tests/support/people'

export const YEAR = FiscalYear.of('2025/2026')
export const NEXT = FiscalYear.of('2026/2027')

/** Decided in the city, or above it in the governorate. */
const PEOPLE = {
  officer: ['city', 'finance_officer', 'سعاد فهمي'],
  clerk: ['city', 'finance_officer', 'مصطفى رشدي'],
  head: ['city', 'accounts_head', 'نبيل عزمي'],
  manager: ['city', 'accounts_head', 'هالة شكري'],
  chief: ['city', 'secretary_general', 'محمود الجندي'],
  cashier: ['city', 'cashier', 'رجب حسن'],
  planner: ['governorate', 'finance_officer', 'رشا منصور'],
  governor: ['governorate', 'accounts_head', 'فؤاد البنا'],
} as const

export type Who = keyof typeof PEOPLE

/** A city of a governorate with its accounting unit, over the year of the story. */
export class FiscalYearWorld {
  governorate = 0
  city = 0
  bankAccountId = 0
  budgetId = 0
  readonly people = {} as Record<Who, User>
  /** What the chapters made and later ones go on with, by names of their own. */
  readonly made = new Map<string, number>()
  readonly vouchers = new Map<string, PaymentVoucher>()
  readonly payees: Record<string, number> = {}
  /** Who the payees are in the ledger. */
  readonly parties: Record<string, number> = {}

  constructor(readonly house: HouseOfItsOwn) {}

  async begin(): Promise<void> {
    this.governorate = await this.unit('EG-FYM')
    this.city = await this.unit('EG-FYM-SNR')
    for (const [who, [place, role, fullName]] of Object.entries(PEOPLE)) {
      const unitId = this[place]
      const person = await aPerson({ unitId, fullName })
      await aGrant(person.id, role, unitId, { from: '2025-01-01' })
      this.people[who as Who] = await person.loadAccess()
    }
    this.bankAccountId = await openBankAccount(
      {
        unitId: this.city,
        accountNo: 'EG380019000500000000263180002',
        nameAr: 'حساب المصروفات',
        bankName: 'البنك المركزي',
        purpose: 'expenditure',
        openedOn: '2025-07-01',
      },
      { by: SYSTEM }
    )
    await this.#payee('stationer', 'شركة النيل للأدوات')
    await this.#payee('contractor', 'مؤسسة الفيوم للمقاولات')
    await this.#payee('staff', 'العاملون بالمدينة', 'employee')
  }

  actor(who: Who): { id: number; name: string } {
    return this.people[who].asActor('story') as { id: number; name: string }
  }

  /** For acts that take an actor, on a day. */
  act(who: Who, on: string) {
    return { by: this.actor(who), on }
  }

  /** For acts that take a person, on a day. */
  by(who: Who, on: string) {
    return { by: this.people[who], on }
  }

  id(name: string): number {
    const id = this.made.get(name)
    if (id === undefined) throw new Error(`No chapter made "${name}"`)
    return id
  }

  /** Who pays advances, and as whom. */
  get advanceDesk(): AdvanceDesk {
    const { officer, clerk, head, chief: second } = this.people
    const { city: unitId, bankAccountId, payees } = this
    return { ...{ officer, clerk, head, second }, unitId, bankAccountId, staffId: payees.staff! }
  }

  async unit(code: string): Promise<number> {
    return Number((await db.from('units').where('code', code).firstOrFail()).id)
  }

  async codeId(axis: string, code: string): Promise<number> {
    return Number((await db.from('budget_codes').where({ axis, code }).firstOrFail()).id)
  }

  /** The city's line of a code of uses or, with `r`, of resources (`r3102`). */
  async line(code: string, fiscalYear = YEAR.label): Promise<number> {
    const [axis, plain] = code.startsWith('r') ? ['resource', code.slice(1)] : ['use', code]
    const key = { unit_id: this.city, code_id: await this.codeId(axis, plain) }
    return Number(
      (
        await db
          .from('budget_lines')
          .where({ ...key, fiscal_year: fiscalYear })
          .firstOrFail()
      ).id
    )
  }

  /** `appropriated released frozen reserved committed paid | available` of a line. */
  async figures(code: string, fiscalYear = YEAR.label): Promise<string> {
    const one = await balanceOf(await this.line(code, fiscalYear))
    const { appropriated, released, frozen, reserved, committed, paid, available } = one
    const all = [appropriated, released, frozen, reserved, committed, paid].map(String).join(' ')
    return `${all} | ${available}`
  }

  /** What every account of the city stands at, debit positive. */
  standing() {
    return standing(this.city)
  }

  /** `code D|C amount` of an entry, in the order of its lines. */
  async entry(id: number): Promise<string[]> {
    const [lines] = await db.rawQuery(
      `SELECT a.code, l.debit, l.credit FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.entry_id = ? ORDER BY l.id`,
      [id]
    )
    return lines.map(({ code, debit, credit }: Record<string, string>) =>
      credit === '0.00' ? `${code} D ${debit}` : `${code} C ${credit}`
    )
  }

  /** A beneficiary whose account the head approved, and the party who he is. */
  async #payee(key: string, name: string, kind?: BeneficiaryKind): Promise<void> {
    const { officer, head } = this.people
    const { id } = await aPayee(this.city, { officer, head }, { name, kind })
    this.payees[key] = id
    this.parties[key] = (await Beneficiary.findOrFail(id)).partyId!
  }
}
