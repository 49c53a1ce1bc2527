import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE trail (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        seq BIGINT UNSIGNED NOT NULL COMMENT 'place in the chain of this unit, from 1',
        occurred_at DATETIME(3) NOT NULL,
        actor_id BIGINT UNSIGNED NULL COMMENT 'NULL: the system itself',
        actor_name VARCHAR(190) NOT NULL,
        action VARCHAR(80) CHARACTER SET ascii NOT NULL,
        subject_type VARCHAR(40) CHARACTER SET ascii NOT NULL,
        subject_id BIGINT UNSIGNED NULL,
        subject_label VARCHAR(200) NOT NULL DEFAULT '',
        before_value LONGTEXT NULL,
        after_value LONGTEXT NULL,
        reason VARCHAR(500) NULL,
        request_id VARCHAR(80) CHARACTER SET ascii NULL,
        previous_hash BINARY(32) NOT NULL,
        hash BINARY(32) NOT NULL,
        UNIQUE KEY trail_chain (unit_id, seq),
        KEY trail_subject (subject_type, subject_id, id),
        KEY trail_actor (actor_id, id),
        KEY trail_time (occurred_at),
        KEY trail_action (action, id),
        CONSTRAINT trail_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('trail')
  }
}
