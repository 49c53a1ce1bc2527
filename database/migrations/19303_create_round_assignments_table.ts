import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which teams ever had a line: what one of them found before it was given on is not lost. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_assignments (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        round_id BIGINT UNSIGNED NOT NULL,
        line_id BIGINT UNSIGNED NOT NULL,
        team_id BIGINT UNSIGNED NOT NULL,
        assigned_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY round_assignments_line (line_id, team_id),
        CONSTRAINT round_assignments_line_fk FOREIGN KEY (line_id) REFERENCES round_lines (id),
        CONSTRAINT round_assignments_team_fk FOREIGN KEY (team_id, round_id) REFERENCES round_teams (id, round_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
    // Lines of rounds that run already.
    this.schema.raw(`
      INSERT INTO round_assignments (round_id, line_id, team_id)
      SELECT round_id, id, team_id FROM round_lines WHERE team_id IS NOT NULL
    `)
  }

  async down() {
    this.schema.dropTable('round_assignments')
  }
}
