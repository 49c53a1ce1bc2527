import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE cash_arrivals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'whose safe it goes to: its people count and receive it',
        transfer_id BIGINT UNSIGNED NOT NULL,
        UNIQUE KEY cash_arrivals_transfer (transfer_id),
        KEY cash_arrivals_unit (unit_id, id),
        CONSTRAINT cash_arrivals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT cash_arrivals_transfer_fk FOREIGN KEY (transfer_id) REFERENCES cash_transfers (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
    this.schema.raw(
      'INSERT INTO cash_arrivals (unit_id, transfer_id) SELECT to_unit_id, id FROM cash_transfers'
    )
  }

  async down() {
    this.schema.dropTable('cash_arrivals')
  }
}
