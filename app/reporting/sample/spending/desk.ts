import db from '@adonisjs/lucid/services/db'
import { addDays, today, type Day } from '#core/days'
import { FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import User from '#identity/models/user'
import { SampleNotLoadedError } from '#identity/errors'

/** Who keeps the sample's budget and accounts: makes, checks, signs beside him, takes in cash. */
export interface Desk {
  officer: User
  head: User
  /** Of the accounts too: the second signature of form 75. */
  manager: User
  chief: User
  cashier: User
}

const NAMES: Readonly<Record<keyof Desk, string>> = {
  officer: 'finance.officer',
  head: 'accounts.head',
  manager: 'accounts.manager',
  chief: 'secretary.general',
  cashier: 'cashier',
}

/** The governorate of the sample, whose budget it is, and the two cities that spend most of it. */
export const GOVERNORATE = 'EG-FYM'
export const CITY = 'EG-FYM-FYM'
export const TOWN = 'EG-FYM-SNR'

/** What the expenditure accounts held when the year began. */
export const OPENING: Readonly<Record<string, string>> = {
  [GOVERNORATE]: '2400000.00',
  [CITY]: '3150000.00',
}

/** The people of `sample:accounts` who work here. @throws SampleNotLoadedError */
export async function deskOfSample(): Promise<Desk> {
  const desk: Partial<Desk> = {}
  for (const [post, name] of Object.entries(NAMES) as [keyof Desk, string][]) {
    const user = await User.findBy('email', `${name}@fayoum.example`)
    if (!user) throw new SampleNotLoadedError(GOVERNORATE)
    desk[post] = await user.loadAccess()
  }
  return desk as Desk
}

export const actorOf = (user: User) => user.asActor() as { id: number; name: string }

export const pounds = (text: string) => Money.of(text)

/** The fiscal year that runs today. */
export const yearNow = () => FiscalYear.containing(today())

/** So many days ago, but within the fiscal year that runs. */
export function ago(days: number): Day {
  const day = addDays(today(), -days)
  const first = yearNow().months[0]!.first
  return day < first ? first : day
}

/** Up to three months of the fiscal year that are over, the last of them last. */
export function monthsOver(): Month[] {
  const now = Month.containing(today())
  return yearNow()
    .months.filter((month) => month.compare(now) < 0)
    .slice(-3)
}

export async function unitId(code: string): Promise<number> {
  return Number((await db.from('units').where('code', code).firstOrFail()).id)
}

export async function codeId(axis: string, code: string): Promise<number> {
  return Number((await db.from('budget_codes').where({ axis, code }).firstOrFail()).id)
}

/** The line of a unit for an item of uses in the year that runs. */
export async function lineOf(unit: string, code: string): Promise<number> {
  const row = await db
    .from('budget_lines')
    .where({
      unit_id: await unitId(unit),
      fiscal_year: yearNow().label,
      code_id: await codeId('use', code),
    })
    .firstOrFail()
  return Number(row.id)
}
