import db from '@adonisjs/lucid/services/db'
import type { ListFilter, Option } from '#core/lists/definition'

/** Special funds to choose from; the budget itself is none of them. */
export async function fundsOffered(locale: string): Promise<Option[]> {
  const funds = await db
    .from('budget_codes')
    .where('axis', 'fund')
    .where('code', '<>', '00')
    .where('is_postable', true)
    .orderBy('code')
    .select('id', 'code', 'name_ar', 'name_en')
  return funds.map((fund) => ({
    value: String(fund.id),
    label: `${fund.code} ${locale === 'en' ? fund.name_en : fund.name_ar}`,
  }))
}

/** Narrows lines and totals of the ledger by their special fund. */
export const fundFilter = (column: string): ListFilter => ({
  key: 'fund',
  label: 'accounts.ledger_lines.fund',
  type: 'select',
  column,
  options: ({ locale }) => fundsOffered(locale),
})
