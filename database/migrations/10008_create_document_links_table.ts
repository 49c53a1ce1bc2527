import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE document_links (
        document_id BIGINT UNSIGNED NOT NULL,
        subject_type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'asset, right, transaction, encroachment, finding, …',
        subject_id BIGINT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (subject_type, subject_id, document_id),
        KEY document_links_document (document_id),
        CONSTRAINT document_links_document_fk FOREIGN KEY (document_id) REFERENCES documents (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('document_links')
  }
}
