import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE encroachment_steps (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        case_id BIGINT UNSIGNED NOT NULL,
        episode SMALLINT UNSIGNED NOT NULL,
        step VARCHAR(24) CHARACTER SET ascii NOT NULL COMMENT 'the move of the transition table, or note',
        from_status VARCHAR(16) CHARACTER SET ascii NULL,
        to_status VARCHAR(16) CHARACTER SET ascii NOT NULL,
        happened_on DATE NOT NULL,
        by_id BIGINT UNSIGNED NULL,
        by_name VARCHAR(200) NOT NULL,
        note VARCHAR(1000) NULL,
        facts JSON NULL,
        recorded_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY encroachment_steps_case (case_id, id),
        CONSTRAINT encroachment_steps_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('encroachment_steps')
  }
}
