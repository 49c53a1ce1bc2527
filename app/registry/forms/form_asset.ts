import db from '@adonisjs/lucid/services/db'
import type { Reader } from '#identity/access/visible'
import { presentFacts } from '#registry/biography/facts'
import type { FormAsset } from '#registry/forms/change_forms'
import Asset from '#registry/models/asset'

/**
 * The asset a form changes, for one who may see it.
 * @throws E_ROW_NOT_FOUND
 */
export async function formAsset(id: number, reader: Reader): Promise<FormAsset> {
  const asset = await Asset.visibleTo(reader).where('assets.id', id).firstOrFail()
  const kept = await db
    .from('asset_classes')
    .where('id', asset.classId)
    .select('subtype', 'required_fields')
    .firstOrFail()
  const { required_fields: required } = kept
  return {
    reader,
    id: Number(asset.id),
    code: asset.code,
    name: asset.name,
    unitId: Number(asset.unitId),
    version: asset.version,
    subtype: kept.subtype,
    requiredFields: typeof required === 'string' ? JSON.parse(required) : required,
    facts: await presentFacts(Number(asset.id), kept.subtype),
  }
}
