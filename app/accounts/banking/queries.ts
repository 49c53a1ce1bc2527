import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import { visible, type Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'

/** A choice of a form. */
export interface Choice {
  value: number | string
  label: string
}

/** Open bank accounts of the units where the person holds the permission. */
export async function accountChoices(user: Reader, permission: Permission): Promise<Choice[]> {
  const rows = await visible(
    db.from('bank_accounts').join('units', 'units.id', 'bank_accounts.unit_id'),
    user,
    permission,
    'bank_accounts.unit_id'
  )
    .whereNull('bank_accounts.closed_on')
    .orderBy('bank_accounts.name_ar')
    .limit(500)
    .select('bank_accounts.id', 'bank_accounts.name_ar', 'account_no', 'units.name_ar as unit')
  return rows.map((row) => ({
    value: Number(row.id),
    label: `${row.name_ar} ${row.account_no} — ${row.unit}`,
  }))
}

/** Layouts of files that are in use. */
export async function layoutChoices(locale: Locale): Promise<Choice[]> {
  const rows = await db.from('order_file_layouts').where('is_used', 1).orderBy('code')
  return rows.map((row) => ({
    value: row.code,
    label: locale === 'ar' ? row.name_ar : row.name_en,
  }))
}

/** Electronic orders of an account that may go in a batch: made or signed, in none yet. */
export function ordersToSend(bankAccountId: number) {
  return db
    .from('payment_orders')
    .where({ bank_account_id: bankAccountId, method: 'order' })
    .whereNull('batch_id')
    .whereIn('status', ['made', 'signed'])
    .orderBy('id')
    .limit(1000)
    .select('*')
}

/** A bank account as pages name it. */
export async function accountNamed(id: number): Promise<{ id: number; name: string }> {
  const row = await db.from('bank_accounts').where('id', id).firstOrFail()
  return { id, name: `${row.name_ar} ${row.account_no} — ${row.bank_name}` }
}

/** Debits of statements that paid orders of a batch together. */
export function debitsOf(
  batchId: number
): Promise<{ id: number; amount: string; booked_on: string }[]> {
  return db
    .from('batch_debits as d')
    .join('bank_lines as l', 'l.id', 'd.bank_line_id')
    .where('d.batch_id', batchId)
    .orderBy('l.booked_on')
    .select('l.id', 'd.amount', 'l.booked_on')
}
