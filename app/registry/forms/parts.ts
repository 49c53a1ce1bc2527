import { today } from '#core/days'
import db from '@adonisjs/lucid/services/db'
import { splitBy } from '#registry/geo/overlay'
import type { Area } from '#registry/geo/types'
import type { FormAsset } from '#registry/forms/change_forms'
import { lineFrom, surveyFrom } from '#registry/forms/survey'
import { text, type Typed } from '#registry/forms/typed'
import Asset from '#registry/models/asset'
import { geometryAsOf } from '#registry/register/as_of'
import { ProposalError } from '#registry/register/errors'

/** Parts a form has room for; more come by another split. */
export const PARTS = [1, 2, 3, 4] as const

/** A right that stands on an asset that is divided or joined. */
export interface StandingRight {
  id: number
  right_no: string
  party: string | null
}

/** The parts of a split: each by its own corners, or both sides of one line. */
export async function splitFrom(typed: Typed, asset: FormAsset) {
  const geometries = (await byLine(typed, asset)) ?? (await byCorners(typed, asset))
  const parts = geometries.map((geometry, index) => {
    const name = text(typed, `name_${index + 1}`)
    const plot = text(typed, `plot_${index + 1}`)
    const facts = { ...(name ? { name } : {}), ...(plot ? { plot_no: plot } : {}) }
    return { facts, geometry }
  })
  const rights = (await rightsOn([asset.id])).map(({ id }) => ({
    right_id: id,
    part: Math.max(0, Number(text(typed, `right_${id}`) ?? 1) - 1),
  }))
  return { parts, rights }
}

async function byLine(typed: Typed, asset: FormAsset) {
  const line = await lineFrom(typed, asset.unitId)
  if (!line) return null
  const whole = await geometryAsOf(asset.id)
  if (!whole || whole.shape.type === 'Point') {
    throw new ProposalError(
      'line',
      'ليس للأصل مضلع مسجل يُقسم بخط.',
      'The asset has no recorded polygon to cut.'
    )
  }
  const shapes = splitBy(whole.shape as Area, { type: 'LineString', coordinates: line })
  if (shapes.length < 2) {
    throw new ProposalError(
      'line',
      'الخط لا يقطع القطعة إلى جزأين.',
      'The line does not cut the parcel in two.'
    )
  }
  const survey = {
    source_srid: whole.source_srid,
    source_coords: text(typed, 'line'),
    method: 'derived',
  }
  return shapes.map((shape) => ({ shape, ...survey }))
}

async function byCorners(typed: Typed, asset: FormAsset) {
  const geometries = []
  for (const part of PARTS) {
    const surveyed = await surveyFrom(typed, asset.unitId, `part_${part}`)
    const isNamed = text(typed, `name_${part}`) !== null
    if (surveyed) geometries.push(surveyed.survey)
    else if (isNamed) geometries.push(null)
  }
  return geometries
}

/** The assets named by their codes become one with this. */
export async function mergeFrom(typed: Typed, asset: FormAsset) {
  const codes = (text(typed, 'codes') ?? '').split(/[\s,،;]+/).filter(Boolean)
  const rows = await Asset.visibleTo(asset.reader)
    .whereIn('assets.code', codes)
    .where('assets.unit_id', asset.unitId)
    .select('assets.id', 'assets.code', 'assets.version')
  const unknown = codes.find((code) => !rows.some((row) => row.code === code))
  if (unknown || codes.length === 0) {
    throw new ProposalError(
      'codes',
      unknown ? `لا يوجد في الوحدة أصل بالكود ${unknown}.` : 'اكتب أكواد الأصول المضمومة.',
      unknown ? `The unit has no asset with the code ${unknown}.` : 'Write the codes to be merged.'
    )
  }
  const assets = [
    { asset_id: asset.id, base_version: asset.version },
    ...rows.map((row) => ({ asset_id: Number(row.id), base_version: Number(row.version) })),
  ]
  const rights = (await rightsOn(assets.map((one) => one.asset_id))).map(({ id }) => ({
    right_id: id,
    part: 0,
  }))
  const name = text(typed, 'name')
  return { assets, facts: name ? { name } : {}, rights }
}

/** Rights in force on assets: each must be accounted for. */
export async function rightsOn(assetIds: readonly number[]): Promise<StandingRight[]> {
  const rows = await db
    .from('rights')
    .leftJoin('parties', 'parties.id', 'rights.party_id')
    .whereIn('rights.asset_id', [...assetIds])
    // Those that R8 asks about (app/registry/rules/rights_on_parts.ts).
    .whereIn('rights.status', ['draft', 'active', 'suspended'])
    .where('rights.valid_to', '>', today())
    .select('rights.id', 'rights.right_no', 'parties.name as party')
  return rows.map((row) => ({ id: Number(row.id), right_no: row.right_no, party: row.party }))
}
