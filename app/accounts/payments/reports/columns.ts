import db from '@adonisjs/lucid/services/db'
import type { ListColumn, ListColumnType, ListDefinition, ListFilter } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'

export type PaymentReport = ListDefinition<Viewer & Reader>

const TEXTS = 'accounts.payment_reports.columns'

/** A column whose text is `accounts.payment_reports.columns.KEY`. */
export const column = (
  key: string,
  type: ListColumnType,
  expression: string,
  more: Partial<ListColumn> = {}
): ListColumn => ({ key, type, expression, label: `${TEXTS}.${key}`, ...more })

export const dayFilter = (key: string, of: string): ListFilter => ({
  ...{ key, label: `${TEXTS}.${key}`, type: 'dayRange', column: of },
})

export const yearFilter = (of: string): ListFilter => ({
  key: 'year',
  label: `${TEXTS}.year`,
  type: 'select',
  apply: (query, value) => query.whereRaw(`${of} = ?`, [value.replace('-', '/')]),
  options: async () => {
    const rows = await db
      .from('payment_vouchers')
      .distinct('fiscal_year as year')
      .orderBy('fiscal_year', 'desc')
    return rows.map(({ year }) => ({ value: year.replace('/', '-'), label: year }))
  },
})

export const typeFilter = (of: string): ListFilter => ({
  ...{ key: 'type', label: `${TEXTS}.type`, type: 'select', column: of },
  options: async ({ locale }) => {
    const rows = await db.from('payment_types').orderBy('sort_order')
    return rows.map((row) => ({ value: row.code, label: row[`name_${locale}`] }))
  },
})

export const textFilter = (key: string, of: string): ListFilter => ({
  key,
  label: `${TEXTS}.${key}`,
  type: 'text',
  apply: (query, value) =>
    query.whereRaw(`${of} LIKE ?`, [`%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`]),
})

export const voucherNumber = (): ListColumn =>
  column('number', 'text', "CONCAT(v.number, '/', v.fiscal_year)", {
    link: (row) => `/accounts/payments/${row.voucher_id}`,
    width: 14,
  })

/** A text in the reader's language; the English one stands in `fields` as `KEY_en`. */
export const spoken = (key: string, arabic: string, more: Partial<ListColumn> = {}) =>
  column(key, 'text', arabic, { words: inLanguage(key), clip: true, ...more })
