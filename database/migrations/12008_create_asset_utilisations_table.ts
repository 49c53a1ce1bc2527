import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_utilisations (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        seen_on DATE NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii NOT NULL,
        note VARCHAR(500) NULL,
        recorded_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY asset_utilisations_asset (asset_id, seen_on),
        KEY asset_utilisations_unit (unit_id, state, seen_on),
        CONSTRAINT asset_utilisations_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT asset_utilisations_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT asset_utilisations_state CHECK (state IN ('in_use', 'under_used', 'idle', 'surplus'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_utilisations')
  }
}
