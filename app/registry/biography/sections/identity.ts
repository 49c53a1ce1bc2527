import db from '@adonisjs/lucid/services/db'
import type { Words } from '#core/lists/definition'
import type { BiographyAsset } from '#registry/biography/section'
import { tabular, type SectionFact } from '#registry/biography/tabular'

/** التعريف: what the asset is, by its class, and what its class is described by. */
export const section = tabular({
  key: 'identity',
  permission: 'registry.assets.read',
  async load(_assetId, { words }, asset) {
    const { facts: known } = asset
    if (!known) {
      return { notes: [{ tone: 'warning', text: words.t('registry.biography.not_yet') }] }
    }
    const text = (key: string) => ({ label: `registry.fields.${key}`, value: known[key] })
    const code = (key: string) => ({ ...text(key), texts: `registry.values.${key}` })
    const facts: SectionFact[] = [
      { ...text('name'), wide: true },
      { ...text('code') },
      { ...text('unified_property_no') },
      { label: 'registry.fields.class', value: asset.className },
      { label: 'core.fields.unit', value: asset.unitName },
      text('site_no'),
      code('domain'),
      code('record_status'),
      code('life_status'),
      ...(known.security_class === 'normal' ? [] : [code('security_class')]),
      code('criticality'),
      ...(await parentFact(known.parent_id)),
      ...DESCRIBED[asset.subtype].map((key) => text(key)),
      ...(asset.subtype === 'land' ? yesOrNo(known, ['is_in_zimam', 'is_in_cordon'], words) : []),
      ...yesOrNo(known, ['is_in_use'], words),
      { ...text('in_use_on'), type: 'day' },
      ...(asset.subtype === 'site' ? [text('slots')] : []),
    ]
    return { facts }
  },
})

/** Facts by which each subtype is described, beside those of every asset. */
const DESCRIBED = {
  land: [
    'hod',
    'plot_no',
    'block_no',
    'sheet_no',
    'belt',
    'register_office',
    'register_no',
    'use_actual',
    'use_planned',
    'frontage_m',
    'irrigation',
  ],
  building: ['floors', 'units_count', 'gross_area_m2', 'built_year', 'structure', 'licence_no'],
  site: ['width_m', 'height_m', 'faces', 'orientation', 'lighting', 'power_meter_no'],
  movable: [
    'plate',
    'chassis_no',
    'engine_no',
    'serial_no',
    'make',
    'model',
    'fuel',
    'odometer_km',
    'store',
  ],
} as const

function yesOrNo(known: NonNullable<BiographyAsset['facts']>, keys: string[], { t }: Words) {
  return keys.map((key) => {
    const value = known[key]
    const said = value === null || value === undefined ? null : t(value ? 'core.yes' : 'core.no')
    return { label: `registry.fields.${key}`, value: said }
  })
}

async function parentFact(id: unknown): Promise<SectionFact[]> {
  if (!id) return []
  const parent = await db
    .from('assets')
    .where('id', id as number)
    .select('code', 'name')
    .first()
  if (!parent) return []
  const value = `${parent.code} ${parent.name}`
  return [{ label: 'registry.fields.parent', value, url: `/registry/assets/${id}`, wide: true }]
}
