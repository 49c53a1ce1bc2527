import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE virements (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'who asks; its lines are of this unit or below it',
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        scope VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'the widest step between its lines',
        amount DECIMAL(18,2) NOT NULL,
        reason VARCHAR(500) NOT NULL,
        decision_no VARCHAR(60) NULL COMMENT 'law or decision that allows it; required to take effect',
        decision_on DATE NULL,
        decision_authority VARCHAR(160) NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        effective_on DATE NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        approved_by BIGINT UNSIGNED NULL,
        approved_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL,
        refusal VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY virements_number (unit_id, fiscal_year, number),
        KEY virements_status (unit_id, status, id),
        CONSTRAINT virements_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT virements_scope CHECK (scope IN ('item', 'group', 'chapter', 'chapters', 'funds')),
        CONSTRAINT virements_amount CHECK (amount > 0),
        CONSTRAINT virements_status CHECK (status IN ('draft', 'proposed', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT virements_maker_is_not_checker CHECK (approved_by IS NULL OR approved_by <> made_by),
        CONSTRAINT virements_approved CHECK (status <> 'approved' OR (approved_by IS NOT NULL AND decision_no IS NOT NULL AND decision_on IS NOT NULL AND effective_on IS NOT NULL AND document_hash IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('virements')
  }
}
