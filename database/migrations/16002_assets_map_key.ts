import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  /** All that the map counts by, so that counting reads the key alone; it begins as `assets_cell` did. */
  async up() {
    this.schema.raw(`
      ALTER TABLE assets
        ADD KEY assets_map (cell, unit_id, class_id, life_status, domain, security_class, is_current),
        DROP KEY assets_cell
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE assets ADD KEY assets_cell (cell, unit_id), DROP KEY assets_map')
  }
}
