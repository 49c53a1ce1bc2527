import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE number_counters (
        unit_id BIGINT UNSIGNED NOT NULL,
        book VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        last_number BIGINT UNSIGNED NOT NULL DEFAULT 0,
        PRIMARY KEY (unit_id, book, fiscal_year),
        CONSTRAINT number_counters_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('number_counters')
  }
}
