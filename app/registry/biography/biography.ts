import db from '@adonisjs/lucid/services/db'
import Asset from '#registry/models/asset'
import { factsAsOf, type Subtype } from '#registry/biography/facts'
import type { BiographyAsset, BiographyReader, BiographySection } from '#registry/biography/section'

export interface LoadedSection {
  section: BiographySection
  content: unknown
}

/**
 * The asset a biography is of, for one who may see it.
 * @throws E_ROW_NOT_FOUND for assets out of his reach, restricted ones included
 */
export async function biographyAsset(id: number, reader: BiographyReader): Promise<BiographyAsset> {
  const asset = await Asset.visibleTo(reader).where('assets.id', id).firstOrFail()
  const named = `name_${reader.locale}`
  const [[names]] = await db.rawQuery(
    `SELECT u.${named} AS unit, k.${named} AS class, k.code, k.subtype FROM asset_classes k, units u
     WHERE k.id = ? AND u.id = ?`,
    [asset.classId, asset.unitId]
  )
  return {
    id: Number(asset.id),
    code: asset.code,
    name: asset.name,
    siteNo: asset.siteNo,
    unitId: Number(asset.unitId),
    unitName: names.unit,
    classId: Number(asset.classId),
    classCode: names.code,
    className: names.class,
    subtype: names.subtype,
    parentId: asset.parentId === null ? null : Number(asset.parentId),
    domain: asset.domain,
    recordStatus: asset.recordStatus,
    lifeStatus: asset.lifeStatus,
    securityClass: asset.securityClass,
    isCurrent: asset.isCurrent === true,
    latitude: asset.latitude,
    longitude: asset.longitude,
    version: asset.version,
    facts: await factsAsOf(id, names.subtype as Subtype, reader),
  }
}

/** The sections that the reader may see in the asset's unit and that have something to say. */
export async function loadSections(
  sections: readonly BiographySection[],
  asset: BiographyAsset,
  reader: BiographyReader
): Promise<LoadedSection[]> {
  const open = sections.filter(({ permission }) => reader.can(permission, asset.unitId))
  const loaded = await Promise.all(
    open.map(async (section) => ({
      section,
      content: await section.load(asset.id, reader, asset),
    }))
  )
  return loaded.filter(({ content }) => content !== null)
}
