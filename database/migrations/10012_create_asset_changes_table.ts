import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_changes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        asset_id BIGINT UNSIGNED NOT NULL,
        transaction_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        valid_from DATE NOT NULL COMMENT 'day from which the facts hold in the world',
        recorded_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'moment from which we knew',
        recorded_by BIGINT UNSIGNED NULL,
        facts JSON NOT NULL COMMENT 'only what changed: attribute and its new value',
        reason VARCHAR(500) NULL,
        KEY asset_changes_asset (asset_id, valid_from, id),
        KEY asset_changes_recorded (recorded_at),
        KEY asset_changes_transaction (transaction_id),
        KEY asset_changes_import (import_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_changes')
  }
}
