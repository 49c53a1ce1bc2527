import { BaseSchema } from '@adonisjs/lucid/schema'

/** Columns that a register of sites fills; assets from before the log have nothing else. */
const PLAIN = [
  'code',
  'unit_id',
  'class_id',
  'parent_id',
  'site_no',
  'name',
  'street',
  'street_grade',
  'faces',
  'in_use_source',
  'in_use_on',
  'domain',
  'record_status',
  'life_status',
  'criticality',
  'security_class',
  'slots',
]
const DECIMALS = ['latitude', 'longitude', 'width_m', 'height_m', 'area_m2']

const facts = [
  ...PLAIN.map((name) => `'${name}', a.${name}`),
  ...DECIMALS.map((name) => `'${name}', CAST(a.${name} AS CHAR)`),
  "'is_in_use', CAST(a.is_in_use AS SIGNED)",
].join(', ')

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      INSERT INTO asset_changes (asset_id, import_id, valid_from, recorded_at, facts)
      SELECT a.id, a.import_id, DATE(a.created_at), a.created_at, JSON_MERGE_PATCH('{}', JSON_OBJECT(${facts}))
      FROM assets a LEFT JOIN asset_changes c ON c.asset_id = a.id
      WHERE c.id IS NULL ORDER BY a.id
    `)
  }

  /** What is in the log stays there. */
  async down() {}
}
