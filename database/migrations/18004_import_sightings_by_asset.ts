import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'ALTER TABLE import_sightings ADD KEY import_sightings_asset (asset_id, import_id)'
    )
  }

  async down() {
    this.schema.raw('ALTER TABLE import_sightings DROP KEY import_sightings_asset')
  }
}
