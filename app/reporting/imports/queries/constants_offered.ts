import db from '@adonisjs/lucid/services/db'
import type { ImportDefinition } from '#core/imports/definition'
import type { Locale } from '#core/domain_error'
import type { Option } from '#core/lists/definition'

const MOST = 200

/** Constants worth offering by field: the bank accounts of the unit and below, heads, classes. */
export async function constantsOffered(
  definition: ImportDefinition,
  unitId: number,
  locale: Locale
): Promise<Record<string, Option[]>> {
  const offers: Record<string, () => Promise<Option[]>> = {
    account: () => bankAccounts(unitId, locale),
    head: () => named('revenue_heads', locale),
    class: () => named('asset_classes', locale),
  }
  const wanted = definition.fields.filter(({ name }) => name in offers)
  const found = await Promise.all(
    wanted.map(async ({ name }) => [name, await offers[name]!()] as const)
  )
  return Object.fromEntries(found)
}

async function bankAccounts(unitId: number, locale: Locale): Promise<Option[]> {
  const rows = await db
    .from('bank_accounts')
    .join('unit_closure', 'unit_closure.descendant_id', 'bank_accounts.unit_id')
    .where('unit_closure.ancestor_id', unitId)
    .orderBy('account_no')
    .limit(MOST)
    .select('account_no', 'name_ar', 'name_en')
  return rows.map((row) => ({ value: row.account_no, label: row[`name_${locale}`] || row.name_ar }))
}

async function named(table: string, locale: Locale): Promise<Option[]> {
  const rows = await db.from(table).orderBy('code').limit(MOST)
  return rows.map((row) => ({ value: row.code, label: row[`name_${locale}`] || row.name_ar }))
}
