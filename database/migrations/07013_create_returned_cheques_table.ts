import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE returned_cheques (
        receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'a cheque is returned once',
        bank_line_id BIGINT UNSIGNED NOT NULL COMMENT 'the debit that returned it',
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'that of the receipt',
        run_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY returned_cheques_line (bank_line_id),
        KEY returned_cheques_unit (unit_id),
        CONSTRAINT returned_cheques_receipt_fk FOREIGN KEY (receipt_id) REFERENCES receipts (id),
        CONSTRAINT returned_cheques_line_fk FOREIGN KEY (bank_line_id) REFERENCES bank_lines (id),
        CONSTRAINT returned_cheques_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('returned_cheques')
  }
}
