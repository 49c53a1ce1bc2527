import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE title_answer_documents (
        answer_id BIGINT UNSIGNED NOT NULL,
        document_id BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (answer_id, document_id),
        CONSTRAINT title_answer_documents_answer_fk FOREIGN KEY (answer_id) REFERENCES title_answers (id),
        CONSTRAINT title_answer_documents_document_fk FOREIGN KEY (document_id) REFERENCES documents (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('title_answer_documents')
  }
}
