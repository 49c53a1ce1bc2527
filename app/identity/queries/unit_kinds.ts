import db from '@adonisjs/lucid/services/db'

const nameColumn = (locale: string) => (locale === 'en' ? 'name_en' : 'name_ar')

/** Kinds of units for a choice, in the order of the tree. */
export async function kindOptions(locale: string): Promise<{ value: string; label: string }[]> {
  return db
    .from('unit_kinds')
    .orderBy('sort_order')
    .select('code as value', `${nameColumn(locale)} as label`)
}

/** How each kind is called. */
export async function kindNames(locale: string): Promise<Record<string, string>> {
  const kinds = await kindOptions(locale)
  return Object.fromEntries(kinds.map(({ value, label }) => [value, label]))
}
