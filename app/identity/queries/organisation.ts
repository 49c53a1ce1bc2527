import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import type { Trx } from '#core/within'

/** The units from the governorate down to the one asked: the head of a paper. */
export async function organisationOf(unitId: number, locale: Locale, trx?: Trx): Promise<string[]> {
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT u.name_ar AS ar, u.name_en AS en FROM unit_closure c JOIN units u ON u.id = c.ancestor_id
     WHERE c.descendant_id = ? AND (u.parent_id IS NOT NULL OR c.depth = 0) ORDER BY c.depth DESC`,
    [unitId]
  )
  return (rows as Record<Locale, string>[]).map((row) => row[locale])
}
