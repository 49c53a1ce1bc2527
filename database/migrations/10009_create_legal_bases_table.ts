import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE legal_bases (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(24) CHARACTER SET ascii NOT NULL,
        number VARCHAR(60) NOT NULL,
        year SMALLINT NOT NULL,
        issued_on DATE NULL,
        article VARCHAR(60) NULL,
        gazette VARCHAR(120) NULL,
        subject VARCHAR(255) NOT NULL,
        document_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY legal_bases_once (unit_id, kind, number, year),
        CONSTRAINT legal_bases_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT legal_bases_document_fk FOREIGN KEY (document_id) REFERENCES documents (id),
        CONSTRAINT legal_bases_kind CHECK (kind IN ('law', 'presidential_decree', 'pm_decree', 'minister_decree', 'governor_decree', 'survey_registration', 'expropriation', 'donation', 'judgment', 'state_title', 'contract', 'other'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('legal_bases')
  }
}
