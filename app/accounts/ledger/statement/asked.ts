import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { isDay, today, type Day } from '#core/days'
import { FiscalYear } from '#core/fiscal'

export interface StatedAccount {
  id: number
  code: string
  nameAr: string
  nameEn: string
  /** Revenue and expense begin each July with nothing; their balance is counted from there. */
  isOfYear: boolean
}

const asked = new WeakMap<HttpContext, Promise<StatedAccount | null>>()

/** The account that a statement is asked for. */
export function accountAsked(ctx: HttpContext): Promise<StatedAccount | null> {
  let found = asked.get(ctx)
  if (!found) {
    const { account } = ctx.request.qs()
    found = typeof account === 'string' ? findAccount(account) : Promise.resolve(null)
    asked.set(ctx, found)
  }
  return found
}

/** From and to of a statement; without them, the fiscal year up to today. */
export function daysAsked(ctx: HttpContext): { from: Day; to: Day } {
  const { posted_from: from, posted_to: to } = ctx.request.qs()
  const last = isDay(to) ? to : today()
  return { from: isDay(from) ? from : FiscalYear.containing(last).first, to: last }
}

/** The account that takes entries with this code, or the only one with this text in its name. */
export async function findAccount(typed: string): Promise<StatedAccount | null> {
  const text = typed.trim().slice(0, 150)
  if (text === '') return null
  const accounts = () => db.from('ledger_accounts').where('is_postable', true).limit(2)
  const named = (column: string) => accounts().whereRaw(`LOCATE(?, ${column}) > 0`, [text])
  for (const query of [accounts().where('code', text), named('name_ar'), named('name_en')]) {
    const rows = await query
    if (rows.length === 1) return accountOf(rows[0])
  }
  return null
}

const accountOf = (row: Record<string, string>): StatedAccount => ({
  id: Number(row.id),
  code: row.code!,
  nameAr: row.name_ar!,
  nameEn: row.name_en!,
  isOfYear: row.class === 'revenue' || row.class === 'expense',
})
