import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE cash_transfers (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'from whose safe',
        to_unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        amount DECIMAL(18,2) NOT NULL,
        carrier_name VARCHAR(190) NOT NULL,
        purpose VARCHAR(300) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'sent',
        sent_on DATE NOT NULL,
        sent_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        counted DECIMAL(18,2) NULL COMMENT 'as the receiver counted it',
        received_on DATE NULL,
        received_by BIGINT UNSIGNED NULL,
        refusal VARCHAR(300) NULL,
        UNIQUE KEY cash_transfers_number (unit_id, fiscal_year, number),
        KEY cash_transfers_way (unit_id, status, id),
        KEY cash_transfers_to (to_unit_id, status, id),
        CONSTRAINT cash_transfers_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT cash_transfers_to_fk FOREIGN KEY (to_unit_id) REFERENCES units (id),
        CONSTRAINT cash_transfers_amount CHECK (amount > 0),
        CONSTRAINT cash_transfers_status CHECK (status IN ('sent', 'received', 'refused')),
        CONSTRAINT cash_transfers_two_persons CHECK (received_by IS NULL OR received_by <> sent_by),
        CONSTRAINT cash_transfers_received CHECK ((status = 'sent') = (received_by IS NULL) AND (status = 'sent') = (received_on IS NULL) AND (status <> 'received' OR counted = amount) AND (status = 'refused') = (refusal IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('cash_transfers')
  }
}
