import type { Words } from '#core/lists/definition'
import type { Trx } from '#core/within'
import type { Reader } from '#identity/access/visible'
import { neighboursOf } from '#registry/geo/sketch/parcel_sketch'
import type { SketchSubject } from '#registry/geo/sketch/subject'
import type RegisterTransaction from '#registry/models/register_transaction'
import { effectsOf } from '#registry/register/preview'

/**
 * The sketch of what a transaction makes of one of its assets, before or after it is approved; `number`
 * counts the assets as its page lists them. Null where that one has no area. Its unit must be loaded.
 */
export async function proposedSketch(
  change: RegisterTransaction,
  number: number,
  { reader, words, url, trx }: { reader: Reader; words: Words; url: string; trx: Trx }
): Promise<SketchSubject | null> {
  const effects = await effectsOf(change, trx)
  const effect = effects[number - 1]
  const shape = effect?.shapeAfter ?? effect?.shapeBefore
  if (!effect || !shape || shape.type === 'Point') return null
  const standing = effects.flatMap(({ assetId }) => (assetId === null ? [] : [assetId]))
  const [[own]] = await trx.rawQuery(
    `SELECT s.level, g.source_srid AS srid FROM asset_shapes s JOIN asset_geometries g ON g.id = s.geometry_id
      WHERE s.asset_id IN (?)`,
    [standing.length > 0 ? standing : [0]]
  )
  const { nameAr, nameEn } = change.unit
  const { t } = words
  const named = effect.after.name ?? effect.before.name
  const name = named ?? t('registry.register.new_asset', { number })
  return {
    title: `${String(name)} — ${t(`registry.transactions.kinds.${change.kind}`)}`,
    code: change.label,
    unit: { id: change.unitId, name: words.locale === 'ar' ? nameAr : nameEn },
    shape,
    srid: Number(own?.srid ?? 4326),
    areas: [],
    survey: { surveyor: null, surveyed_on: null, version: null },
    boundaries: [],
    neighbours: await neighboursOf(
      shape,
      { level: own?.level ?? 'land', except: standing },
      reader
    ),
    url,
    isProposed: change.status !== 'approved',
  }
}
