import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE disposal_members (
        disposal_id BIGINT UNSIGNED NOT NULL,
        position TINYINT UNSIGNED NOT NULL,
        name VARCHAR(190) NOT NULL,
        post VARCHAR(190) NOT NULL,
        PRIMARY KEY (disposal_id, position),
        CONSTRAINT disposal_members_disposal_fk FOREIGN KEY (disposal_id) REFERENCES disposals (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('disposal_members')
  }
}
