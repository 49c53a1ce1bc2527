import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { SYSTEM } from '#audit/actor'
import CreateUser from '#identity/actions/create_user'
import GiveGrant from '#identity/actions/give_grant'
import SetPassword from '#identity/actions/set_password'
import { SampleNotLoadedError } from '#identity/errors'
import Role from '#identity/models/role'
import Unit from '#identity/models/unit'
import User from '#identity/models/user'
import { temporaryPassword } from '#identity/temporary_password'

export interface SampleAccount {
  role: string
  role_ar: string
  email: string
  password: string
}

const UNIT = 'EG-FYM'
/** Roles that look from above. */
const ELSEWHERE: Readonly<Record<string, string>> = { ministry_auditor: 'EG' }

/** People of the sample, by role. */
const NAMES: Readonly<Record<string, string>> = {
  finance_officer: 'هالة عبد التواب سليم',
  accounts_head: 'مجدي رمضان الشافعي',
  cashier: 'سعاد فرج بيومي',
  revenue_officer: 'وليد صبري عويس',
  property_officer: 'إيمان ربيع قرني',
  surveyor: 'طه معوض جاد',
  property_head: 'عادل منير الجمال',
  legal_officer: 'نجلاء سمير عبد الحي',
  removal_officer: 'رأفت حسين الطوخي',
  procurement_officer: 'نرمين فتحي شلبي',
  storekeeper: 'عيد سلامة محجوب',
  hr_officer: 'ليلى عثمان الجبالي',
  secretary_general: 'لواء/ شريف كامل الديب',
  governor: 'د/ رجاء حلمي منصور',
  ministry_auditor: 'أشرف نصيف عطية',
  citizen_centre_clerk: 'شيماء جمعة رياض',
  system_supervisor: 'بهاء الدين سعد لملوم',
}

/** Second people of a role, where a paper takes the signatures of two: form 75 those of two of the accounts. */
const SECOND = [
  {
    role: 'accounts_head',
    email: 'accounts.manager@fayoum.example',
    fullName: 'عزة نبيل المهدي',
    jobTitle: 'مدير الحسابات',
  },
] as const

/**
 * One account per seeded role in the sample governorate, and the second people. Passwords are strong and kept beside the
 * uploaded files, readable by the operator alone, so that they can be listed again.
 */
export default class CreateSampleAccounts {
  readonly #path = join(env.get('STORAGE_DIR'), 'sample_accounts.json')

  /** The accounts; those that are missing are made. @throws SampleNotLoadedError */
  async handle(): Promise<SampleAccount[]> {
    await this.#assertLoaded()
    const kept = new Map((await this.#read()).map(({ email, password }) => [email, password]))
    const roles = await Role.query().where('is_seeded', true).orderBy('id')
    // One after the other: they are written into one chain of the trail.
    const accounts: SampleAccount[] = []
    for (const role of roles) accounts.push(await this.#account(role, firstOf(role), kept))
    for (const person of SECOND) {
      const role = roles.find(({ code }) => code === person.role)!
      accounts.push(await this.#account(role, person, kept))
    }
    await this.#write(accounts)
    return accounts
  }

  async #account(
    role: Role,
    { email, fullName, jobTitle }: Person,
    passwords: ReadonlyMap<string, string>
  ): Promise<SampleAccount> {
    const unit = await Unit.withCode(ELSEWHERE[role.code] ?? UNIT)
    const kept = passwords.get(email)
    const password = kept ?? temporaryPassword()
    const known = await User.findBy('email', email)
    if (!known) {
      const { user } = await new CreateUser().handle(
        { email, fullName, jobTitle, homeUnitId: unit.id, password },
        { by: SYSTEM }
      )
      await new GiveGrant().handle(
        { userId: user.id, roleId: role.id, unitId: unit.id, reason: 'المحافظة التجريبية' },
        { by: null }
      )
    } else if (!kept) {
      await new SetPassword().set(known, password, { by: SYSTEM })
    }
    return { role: role.code, role_ar: jobTitle, email, password }
  }

  async #assertLoaded() {
    const imported = await db
      .from('imports')
      .join('unit_closure', 'unit_closure.descendant_id', 'imports.unit_id')
      .join('units', 'units.id', 'unit_closure.ancestor_id')
      .where('units.code', UNIT)
      .where('imports.state', 'committed')
      .select('imports.id')
      .first()
    if (!imported) throw new SampleNotLoadedError(UNIT)
  }

  async #read(): Promise<SampleAccount[]> {
    try {
      return JSON.parse(await readFile(this.#path, 'utf8'))
    } catch {
      return []
    }
  }

  /** Written beside and moved into place: a half-written file would cost every password. */
  async #write(accounts: SampleAccount[]) {
    await mkdir(env.get('STORAGE_DIR'), { recursive: true })
    const beside = `${this.#path}.${process.pid}`
    await writeFile(beside, JSON.stringify(accounts, null, 2), { mode: 0o600 })
    await chmod(beside, 0o600)
    await rename(beside, this.#path)
  }
}

interface Person {
  email: string
  fullName: string
  jobTitle: string
}

const firstOf = ({ code, nameAr }: Role): Person => ({
  email: `${code.replaceAll('_', '.')}@fayoum.example`,
  fullName: NAMES[code] ?? nameAr,
  jobTitle: nameAr,
})
