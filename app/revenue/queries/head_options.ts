import db from '@adonisjs/lucid/services/db'
import { Remembered } from '#core/rarely_changed'
import type { Option } from '#core/lists/definition'

const heads = new Remembered(() =>
  db.from('revenue_heads').select('code', 'name_ar', 'name_en').orderBy('id')
)

/** بنود الإيراد: every head by its code, to choose from. */
export async function headOptions(locale: 'ar' | 'en'): Promise<Option[]> {
  const rows = await heads.get()
  return rows.map((row) => ({ value: row.code as string, label: row[`name_${locale}`] as string }))
}
