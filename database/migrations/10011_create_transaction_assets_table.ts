import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE transaction_assets (
        transaction_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        part VARCHAR(6) CHARACTER SET ascii NOT NULL,
        base_version INT UNSIGNED NULL COMMENT 'version of the input that the proposal was made on',
        PRIMARY KEY (transaction_id, asset_id, part),
        KEY transaction_assets_asset (asset_id),
        CONSTRAINT transaction_assets_transaction_fk FOREIGN KEY (transaction_id) REFERENCES register_transactions (id),
        CONSTRAINT transaction_assets_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT transaction_assets_part CHECK (part IN ('input', 'output'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('transaction_assets')
  }
}
