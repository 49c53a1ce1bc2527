import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE charges (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        head_id BIGINT UNSIGNED NOT NULL,
        right_id BIGINT UNSIGNED NULL,
        asset_id BIGINT UNSIGNED NULL,
        party_id BIGINT UNSIGNED NULL,
        payment_ref VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        period DATE NOT NULL COMMENT 'first day of the month billed',
        due_on DATE NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'open',
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY charges_reference (unit_id, payment_ref),
        KEY charges_due (unit_id, due_on),
        KEY charges_right (right_id, period),
        KEY charges_asset (asset_id, period),
        KEY charges_party (party_id, due_on),
        KEY charges_amount (id, amount),
        CONSTRAINT charges_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT charges_head_fk FOREIGN KEY (head_id) REFERENCES revenue_heads (id),
        CONSTRAINT charges_right_fk FOREIGN KEY (right_id) REFERENCES rights (id),
        CONSTRAINT charges_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT charges_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT charges_amount CHECK (amount > 0),
        CONSTRAINT charges_status CHECK (status IN ('open', 'cancelled')),
        CONSTRAINT charges_period CHECK (DAYOFMONTH(period) = 1)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('charges')
  }
}
