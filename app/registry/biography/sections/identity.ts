import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'

const TABLES = {
  land: 'asset_lands',
  building: 'asset_buildings',
  site: 'asset_sites',
  movable: 'asset_movables',
} as const

/** التعريف: what the asset is, by its class, and what its class is described by. */
export const section = tabular({
  key: 'identity',
  permission: 'registry.assets.read',
  async load(assetId, { words }, asset) {
    const [[row]] = await db.rawQuery(
      `SELECT d.*, a.* FROM assets a LEFT JOIN ${TABLES[asset.subtype]} d ON d.asset_id = a.id WHERE a.id = ?`,
      [assetId]
    )
    const [[parent]] = asset.parentId
      ? await db.rawQuery('SELECT id, code, name FROM assets WHERE id = ?', [asset.parentId])
      : [[null]]
    const text = (key: string) => ({ label: `registry.fields.${key}`, value: row[key] })
    const code = (key: string) => ({ ...text(key), texts: `registry.values.${key}` })
    const yes = (key: string) => ({
      ...text(key),
      value: row[key] === null ? null : words.t(row[key] ? 'core.yes' : 'core.no'),
    })
    return {
      facts: [
        { ...text('name'), wide: true },
        { ...text('code') },
        { ...text('unified_property_no') },
        { label: 'registry.fields.class', value: asset.className },
        { label: 'core.fields.unit', value: asset.unitName },
        text('site_no'),
        code('domain'),
        code('record_status'),
        code('life_status'),
        ...(row.security_class === 'normal' ? [] : [code('security_class')]),
        code('criticality'),
        ...(parent
          ? [
              {
                label: 'registry.fields.parent',
                value: `${parent.code} ${parent.name}`,
                url: `/registry/assets/${parent.id}`,
                wide: true,
              },
            ]
          : []),
        ...DESCRIBED[asset.subtype].map((key) => text(key)),
        ...(asset.subtype === 'land' ? [yes('is_in_zimam'), yes('is_in_cordon')] : []),
        yes('is_in_use'),
        { ...text('in_use_on'), type: 'day' as const },
        ...(asset.subtype === 'site' ? [text('slots')] : []),
      ],
    }
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
