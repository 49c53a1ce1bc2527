import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE import_rejections (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        import_id BIGINT UNSIGNED NOT NULL,
        row_no INT UNSIGNED NOT NULL,
        field VARCHAR(40) CHARACTER SET ascii NULL,
        code VARCHAR(60) CHARACTER SET ascii NOT NULL,
        message_ar VARCHAR(500) NOT NULL,
        message_en VARCHAR(500) NOT NULL,
        KEY import_rejections_row (import_id, row_no),
        CONSTRAINT import_rejections_import_fk FOREIGN KEY (import_id) REFERENCES imports (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('import_rejections')
  }
}
