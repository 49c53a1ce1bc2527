import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_photos (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        finding_id BIGINT UNSIGNED NOT NULL,
        client_uuid CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the same photograph lands once',
        document_id BIGINT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY round_photos_uuid (client_uuid),
        KEY round_photos_finding (finding_id),
        CONSTRAINT round_photos_finding_fk FOREIGN KEY (finding_id) REFERENCES round_findings (id),
        CONSTRAINT round_photos_document_fk FOREIGN KEY (document_id) REFERENCES documents (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('round_photos')
  }
}
