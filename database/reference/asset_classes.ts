import type { Trx } from '#core/within'
import { assetClasses } from '#database/reference/data/asset_classes'

/** What a class asks; the fields stand last, because they tell whether the rest is still untouched. */
const ASKED = [
  'subtype',
  'letter',
  'geometries',
  'required_documents',
  'photos_required',
  'gps_limit_m',
  'has_slots',
  'is_depreciable',
  'gfsm_code',
  'required_fields',
]

/**
 * Brings the tree in, parents first. Names and demands that are already recorded stay as people have
 * them; a class of which nothing is asked yet gets what the list asks.
 */
export default async function loadAssetClasses(trx: Trx): Promise<void> {
  for (const [index, row] of assetClasses.entries()) {
    const asked = [
      row.subtype,
      row.letter,
      JSON.stringify(row.geometries),
      JSON.stringify(row.requiredFields),
      JSON.stringify(row.requiredDocuments),
      row.photos,
      row.gpsLimit,
      row.hasSlots ? 1 : 0,
      row.depreciable ? 1 : 0,
      row.gfsm,
    ]
    await trx.rawQuery(
      `INSERT INTO asset_classes (code, parent_id, name_ar, name_en, purpose, sort_order, subtype, letter,
         geometries, required_fields, required_documents, photos_required, gps_limit_m, has_slots,
         is_depreciable, gfsm_code)
       VALUES (?, (SELECT p.id FROM (SELECT id, code FROM asset_classes) p WHERE p.code = ?), ?, ?, ?, ?,
         ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE ${ASKED.map((column) => `${column} = IF(asset_classes.required_fields = '[]', VALUES(${column}), asset_classes.${column})`).join(', ')}`,
      [
        row.code,
        row.parent ?? (null as unknown as string),
        row.nameAr,
        row.nameEn,
        row.purpose,
        index,
        ...(asked as string[]),
      ]
    )
  }
}
