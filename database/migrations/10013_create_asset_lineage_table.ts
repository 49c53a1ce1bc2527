import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_lineage (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        from_asset_id BIGINT UNSIGNED NOT NULL,
        to_asset_id BIGINT UNSIGNED NOT NULL,
        transaction_id BIGINT UNSIGNED NOT NULL,
        area_m2 DECIMAL(18,4) NULL COMMENT 'what of the one became the other',
        UNIQUE KEY asset_lineage_once (transaction_id, from_asset_id, to_asset_id),
        KEY asset_lineage_from (from_asset_id),
        KEY asset_lineage_to (to_asset_id),
        CONSTRAINT asset_lineage_from_fk FOREIGN KEY (from_asset_id) REFERENCES assets (id),
        CONSTRAINT asset_lineage_to_fk FOREIGN KEY (to_asset_id) REFERENCES assets (id),
        CONSTRAINT asset_lineage_transaction_fk FOREIGN KEY (transaction_id) REFERENCES register_transactions (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_lineage')
  }
}
