import db from '@adonisjs/lucid/services/db'
import type { ListFilter, Words } from '#core/lists/definition'

/** Special funds, by which lines and totals of the ledger are narrowed. */
export const fundFilter = (column: string): ListFilter => ({
  key: 'fund',
  label: 'accounts.ledger_lines.fund',
  type: 'select',
  column,
  options: async ({ locale }: Words) => {
    const funds = await db
      .from('budget_codes')
      .where('axis', 'fund')
      .where('code', '<>', '00')
      .orderBy('code')
      .select('id', 'code', 'name_ar', 'name_en')
    return funds.map((fund) => ({
      value: String(fund.id),
      label: `${fund.code} ${locale === 'en' ? fund.name_en : fund.name_ar}`,
    }))
  },
})
