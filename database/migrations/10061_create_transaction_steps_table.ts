import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE transaction_steps (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        transaction_id BIGINT UNSIGNED NOT NULL,
        step VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'sender agrees, receiver agrees, decree, handover minutes',
        done_on DATE NOT NULL,
        number VARCHAR(60) NULL COMMENT 'of the letter, decree or minutes',
        note VARCHAR(500) NULL,
        document_id BIGINT UNSIGNED NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY transaction_steps_once (transaction_id, step),
        CONSTRAINT transaction_steps_transaction_fk FOREIGN KEY (transaction_id) REFERENCES register_transactions (id),
        CONSTRAINT transaction_steps_document_fk FOREIGN KEY (document_id) REFERENCES documents (id),
        CONSTRAINT transaction_steps_step CHECK (step IN ('sender', 'receiver', 'decree', 'handover'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('transaction_steps')
  }
}
