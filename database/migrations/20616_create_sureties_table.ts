import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE sureties (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        holder_no VARCHAR(40) NOT NULL COMMENT 'code of the cashier or number of the employee',
        holder_name VARCHAR(190) NOT NULL,
        job VARCHAR(12) CHARACTER SET ascii NOT NULL,
        guarantor_name VARCHAR(200) NOT NULL COMMENT 'insurer, fund or person',
        policy_no VARCHAR(60) NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NOT NULL COMMENT 'the first day it no longer holds',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PERIOD FOR held (valid_from, valid_to),
        UNIQUE KEY sureties_one_at_a_time (unit_id, job, holder_no, held WITHOUT OVERLAPS),
        KEY sureties_expiry (unit_id, valid_to, id),
        CONSTRAINT sureties_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT sureties_job CHECK (job IN ('cashier', 'storekeeper')),
        CONSTRAINT sureties_amount CHECK (amount > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('sureties')
  }
}
