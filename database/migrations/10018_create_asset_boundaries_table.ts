import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_boundaries (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        asset_id BIGINT UNSIGNED NOT NULL,
        side VARCHAR(6) CHARACTER SET ascii NOT NULL COMMENT 'north بحري, south قبلي, east شرقي, west غربي',
        seq TINYINT UNSIGNED NOT NULL DEFAULT 1,
        length_deed_m DECIMAL(12,3) NULL,
        length_survey_m DECIMAL(12,3) NULL,
        neighbour_text VARCHAR(255) NULL,
        neighbour_asset_id BIGINT UNSIGNED NULL,
        neighbour_party_id BIGINT UNSIGNED NULL,
        marker VARCHAR(60) NULL,
        is_agreed TINYINT(1) NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL COMMENT 'first day on which it no longer holds',
        transaction_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        KEY asset_boundaries_asset (asset_id, valid_to),
        KEY asset_boundaries_neighbour (neighbour_asset_id),
        CONSTRAINT asset_boundaries_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id) ON DELETE CASCADE,
        CONSTRAINT asset_boundaries_neighbour_fk FOREIGN KEY (neighbour_asset_id) REFERENCES assets (id),
        CONSTRAINT asset_boundaries_party_fk FOREIGN KEY (neighbour_party_id) REFERENCES parties (id),
        CONSTRAINT asset_boundaries_side CHECK (side IN ('north', 'south', 'east', 'west', 'other'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_boundaries')
  }
}
