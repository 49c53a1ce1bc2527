import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE asset_changes
        ADD unit_id BIGINT UNSIGNED AS (CAST(JSON_VALUE(facts, '$.unit_id') AS UNSIGNED)) PERSISTENT COMMENT 'the unit it came into by this change',
        ADD KEY asset_changes_unit (unit_id, asset_id)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE asset_changes DROP KEY asset_changes_unit, DROP unit_id')
  }
}
