import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE trail_seals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        sealed_at DATETIME(3) NOT NULL,
        heads LONGTEXT NOT NULL COMMENT 'JSON: unit id → [seq, hash] of every chain at this moment',
        root BINARY(32) NOT NULL,
        previous_root BINARY(32) NOT NULL,
        signature VARBINARY(64) NOT NULL COMMENT 'HMAC-SHA-256 with a key kept outside the database',
        KEY trail_seals_time (sealed_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('trail_seals')
  }
}
