import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE unit_changes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
        effective_on DATE NOT NULL,
        before_value JSON NOT NULL,
        after_value JSON NOT NULL,
        decision_no VARCHAR(60) NULL,
        changed_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY unit_changes_unit (unit_id, effective_on),
        CONSTRAINT unit_changes_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT unit_changes_kind CHECK (kind IN ('open', 'rename', 'move', 'close', 'reopen'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('unit_changes')
  }
}
