import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_completeness (
        asset_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        score TINYINT UNSIGNED NOT NULL COMMENT 'of a hundred: what its class asks and is there',
        missing VARCHAR(1000) CHARACTER SET ascii NULL COMMENT 'facts, document kinds (doc:deed) and photographs (photos) that lack',
        KEY asset_completeness_score (unit_id, score, asset_id),
        CONSTRAINT asset_completeness_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id) ON DELETE CASCADE,
        CONSTRAINT asset_completeness_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT asset_completeness_of_hundred CHECK (score <= 100),
        CONSTRAINT asset_completeness_agrees CHECK ((score = 100) = (missing IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_completeness')
  }
}
