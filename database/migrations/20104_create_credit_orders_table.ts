import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE credit_orders (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'of the budget',
        budget_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
        period DATE NULL COMMENT 'first day of the month, of releases by plan and of twelfths',
        amount DECIMAL(18,2) NOT NULL,
        is_released TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'what a supplement adds may be spent at once',
        reason VARCHAR(500) NOT NULL,
        decision_no VARCHAR(60) NULL COMMENT 'law, decision or letter it rests on',
        decision_on DATE NULL,
        decision_authority VARCHAR(160) NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        effective_on DATE NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        approved_by BIGINT UNSIGNED NULL,
        approved_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was decided on',
        refusal VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        waits TINYINT(1) AS (IF(status = 'proposed' AND period IS NOT NULL, 1, NULL)) PERSISTENT,
        UNIQUE KEY credit_orders_number (unit_id, fiscal_year, number),
        UNIQUE KEY credit_orders_one_waits (budget_id, kind, waits),
        KEY credit_orders_status (unit_id, status, id),
        CONSTRAINT credit_orders_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT credit_orders_budget_fk FOREIGN KEY (budget_id) REFERENCES budgets (id),
        CONSTRAINT credit_orders_kind CHECK (kind IN ('release', 'provisional', 'supplement', 'revision', 'freeze', 'unfreeze')),
        CONSTRAINT credit_orders_status CHECK (status IN ('proposed', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT credit_orders_amount CHECK (amount > 0 OR kind = 'revision'),
        CONSTRAINT credit_orders_maker_is_not_checker CHECK (approved_by IS NULL OR approved_by <> made_by),
        CONSTRAINT credit_orders_decided CHECK (status IN ('proposed', 'withdrawn') OR (approved_by IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT credit_orders_effective CHECK ((status = 'approved') = (effective_on IS NOT NULL)),
        CONSTRAINT credit_orders_refused CHECK ((status = 'refused') = (refusal IS NOT NULL)),
        CONSTRAINT credit_orders_rests_on CHECK (kind IN ('release', 'provisional') OR status <> 'approved' OR (decision_no IS NOT NULL AND decision_on IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('credit_orders')
  }
}
