import type { ListRow, Words } from '#core/lists/definition'

/** Words of a column whose value is the Arabic name and whose `KEY_en` field is the English one. */
export function inLanguage(key: string) {
  return (row: ListRow, { locale }: Words): string =>
    String((locale === 'en' ? row[`${key}_en`] : row[key]) ?? '')
}
