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

/**
 * One account per seeded role in the sample governorate. Passwords are strong and kept beside the
 * uploaded files, readable by the operator alone, so that they can be listed again.
 */
export default class CreateSampleAccounts {
  readonly #path = join(env.get('STORAGE_DIR'), 'sample_accounts.json')

  /** The accounts; those that are missing are made. @throws SampleNotLoadedError */
  async handle(): Promise<SampleAccount[]> {
    await this.#assertLoaded()
    const kept = new Map((await this.#read()).map((account) => [account.role, account.password]))
    const roles = await Role.query().where('is_seeded', true).orderBy('id')
    // One after the other: they are written into one chain of the trail.
    const accounts: SampleAccount[] = []
    for (const role of roles) accounts.push(await this.#account(role, kept.get(role.code)))
    await this.#write(accounts)
    return accounts
  }

  async #account(role: Role, kept: string | undefined): Promise<SampleAccount> {
    const email = `${role.code.replaceAll('_', '.')}@fayoum.example`
    const unit = await Unit.withCode(ELSEWHERE[role.code] ?? UNIT)
    const password = kept ?? temporaryPassword()
    const known = await User.findBy('email', email)
    if (!known) {
      const { user } = await new CreateUser().handle(
        {
          email,
          fullName: NAMES[role.code] ?? role.nameAr,
          jobTitle: role.nameAr,
          homeUnitId: unit.id,
          password,
        },
        { by: SYSTEM }
      )
      await new GiveGrant().handle(
        { userId: user.id, roleId: role.id, unitId: unit.id, reason: 'المحافظة التجريبية' },
        { by: null }
      )
    } else if (!kept) {
      await new SetPassword().set(known, password, { by: SYSTEM })
    }
    return { role: role.code, role_ar: role.nameAr, email, password }
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
