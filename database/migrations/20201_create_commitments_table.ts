import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE commitments (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        line_id BIGINT UNSIGNED NOT NULL,
        amount DECIMAL(18,2) NOT NULL COMMENT 'as it stands now, changes counted in',
        paid DECIMAL(18,2) NOT NULL DEFAULT 0,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        purpose VARCHAR(500) NOT NULL,
        need_no VARCHAR(60) NULL COMMENT 'the request of need it answers',
        payee_name VARCHAR(190) NULL,
        appropriation_no BIGINT UNSIGNED NULL COMMENT 'the movement that committed it, stamped on its papers',
        carried_from_id BIGINT UNSIGNED NULL COMMENT 'the one of the year before',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        reserved_by BIGINT UNSIGNED NULL,
        reserved_on DATE NULL,
        approved_by BIGINT UNSIGNED NULL,
        approved_on DATE NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was approved',
        ended_on DATE NULL,
        end_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        open_amount DECIMAL(18,2) AS (IF(status = 'committed', amount - paid, 0)) PERSISTENT,
        UNIQUE KEY commitments_number (unit_id, fiscal_year, number),
        UNIQUE KEY commitments_carried_once (carried_from_id),
        KEY commitments_line (line_id, status),
        KEY commitments_open (unit_id, status, approved_on, id),
        CONSTRAINT commitments_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT commitments_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT commitments_movement_fk FOREIGN KEY (appropriation_no) REFERENCES budget_movements (id),
        CONSTRAINT commitments_carried_fk FOREIGN KEY (carried_from_id) REFERENCES commitments (id),
        CONSTRAINT commitments_status CHECK (status IN ('draft', 'reserved', 'committed', 'settled', 'cancelled', 'carried')),
        CONSTRAINT commitments_amount CHECK (amount > 0 OR status IN ('cancelled', 'carried')),
        CONSTRAINT commitments_paid CHECK (paid BETWEEN 0 AND amount),
        CONSTRAINT commitments_maker_is_not_checker CHECK (approved_by IS NULL OR approved_by <> made_by),
        CONSTRAINT commitments_approved CHECK (status IN ('draft', 'reserved', 'cancelled') OR (approved_by IS NOT NULL AND approved_on IS NOT NULL AND appropriation_no IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT commitments_settled CHECK (status <> 'settled' OR paid = amount),
        CONSTRAINT commitments_ended CHECK ((status IN ('settled', 'cancelled', 'carried')) = (ended_on IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('commitments')
  }
}
