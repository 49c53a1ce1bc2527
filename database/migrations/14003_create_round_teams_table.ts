import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_teams (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        round_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'of the round',
        name VARCHAR(120) NOT NULL,
        UNIQUE KEY round_teams_name (round_id, name),
        UNIQUE KEY round_teams_of_round (id, round_id),
        CONSTRAINT round_teams_round_fk FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT round_teams_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('round_teams')
  }
}
