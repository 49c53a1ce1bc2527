import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE reconciliation_locks (
        unit_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        CONSTRAINT reconciliation_locks_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
        COMMENT='held while matches of the unit are written: one writer at a time'
    `)
  }

  async down() {
    this.schema.dropTable('reconciliation_locks')
  }
}
