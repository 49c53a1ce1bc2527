import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE order_file_layouts (
        code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        name_ar VARCHAR(120) NOT NULL,
        name_en VARCHAR(120) NOT NULL,
        format VARCHAR(4) CHARACTER SET ascii NOT NULL,
        separator_sign CHAR(1) CHARACTER SET ascii NOT NULL DEFAULT ',',
        with_headings TINYINT(1) NOT NULL DEFAULT 1,
        header_row JSON NULL COMMENT 'cells before the orders; {total} and the like are filled in',
        columns JSON NOT NULL COMMENT 'of each order: [{field, heading}] in their order',
        trailer_row JSON NULL COMMENT 'cells after the orders',
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        is_used TINYINT(1) NOT NULL DEFAULT 1,
        CONSTRAINT order_file_layouts_format CHECK (format IN ('csv', 'xlsx')),
        CONSTRAINT order_file_layouts_json CHECK (JSON_VALID(columns))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('order_file_layouts')
  }
}
