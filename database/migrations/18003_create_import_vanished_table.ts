import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE import_vanished (
        import_id BIGINT UNSIGNED NOT NULL COMMENT 'the import in whose file the asset no longer stood',
        asset_id BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (import_id, asset_id),
        KEY import_vanished_asset (asset_id),
        CONSTRAINT import_vanished_import_fk FOREIGN KEY (import_id) REFERENCES imports (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('import_vanished')
  }
}
