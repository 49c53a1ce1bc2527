import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_team_members (
        round_id BIGINT UNSIGNED NOT NULL,
        user_id BIGINT UNSIGNED NOT NULL,
        team_id BIGINT UNSIGNED NOT NULL,
        is_leader TINYINT(1) NOT NULL DEFAULT 0,
        PRIMARY KEY (round_id, user_id) COMMENT 'one team per person and round',
        KEY round_team_members_user (user_id, round_id),
        CONSTRAINT round_team_members_team_fk FOREIGN KEY (team_id, round_id) REFERENCES round_teams (id, round_id),
        CONSTRAINT round_team_members_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('round_team_members')
  }
}
