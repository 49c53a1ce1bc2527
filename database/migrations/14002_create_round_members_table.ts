import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_members (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        round_id BIGINT UNSIGNED NOT NULL,
        position SMALLINT UNSIGNED NOT NULL COMMENT 'order of signing',
        role VARCHAR(12) CHARACTER SET ascii NOT NULL,
        name VARCHAR(190) NOT NULL,
        title VARCHAR(160) NULL,
        UNIQUE KEY round_members_order (round_id, position),
        CONSTRAINT round_members_round_fk FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT round_members_role CHECK (role IN ('chair', 'member', 'secretary'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('round_members')
  }
}
