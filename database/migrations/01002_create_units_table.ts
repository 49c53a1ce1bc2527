import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE units (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ar VARCHAR(150) NOT NULL,
        name_en VARCHAR(150) NOT NULL,
        parent_id BIGINT UNSIGNED NULL,
        national_code CHAR(2) CHARACTER SET ascii NULL COMMENT 'code inside the national id, governorates only',
        opened_on DATE NULL,
        closed_on DATE NULL,
        search_text VARCHAR(400) NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY units_code (code),
        KEY units_parent (parent_id),
        KEY units_search (search_text(100)),
        CONSTRAINT units_kind_fk FOREIGN KEY (kind) REFERENCES unit_kinds (code),
        CONSTRAINT units_parent_fk FOREIGN KEY (parent_id) REFERENCES units (id),
        CONSTRAINT units_dates CHECK (closed_on IS NULL OR opened_on IS NULL OR closed_on > opened_on)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('units')
  }
}
