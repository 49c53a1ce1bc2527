import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE form_prints (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        form VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        voucher_id BIGINT UNSIGNED NOT NULL,
        order_id BIGINT UNSIGNED NULL COMMENT 'the order or cheque that was printed',
        layout_id BIGINT UNSIGNED NOT NULL,
        copy_no SMALLINT UNSIGNED NOT NULL COMMENT '1: the original; more: copies, each with its reason',
        reason VARCHAR(300) NULL,
        on_paper TINYINT(1) NOT NULL COMMENT '1: values alone, on the printed paper',
        printer VARCHAR(60) NULL,
        x_tenths SMALLINT NOT NULL DEFAULT 0,
        y_tenths SMALLINT NOT NULL DEFAULT 0,
        file_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the file as it was handed out',
        printed_by BIGINT UNSIGNED NOT NULL,
        printed_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        subject_key BIGINT UNSIGNED AS (COALESCE(order_id, voucher_id)) PERSISTENT,
        UNIQUE KEY form_prints_once (form, subject_key, copy_no),
        KEY form_prints_voucher (voucher_id, id),
        KEY form_prints_unit (unit_id, printed_at, id),
        CONSTRAINT form_prints_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT form_prints_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id),
        CONSTRAINT form_prints_order_fk FOREIGN KEY (order_id) REFERENCES payment_orders (id),
        CONSTRAINT form_prints_layout_fk FOREIGN KEY (layout_id) REFERENCES form_layouts (id),
        CONSTRAINT form_prints_of CHECK ((form IN ('payment-order', 'cheque')) = (order_id IS NOT NULL)),
        CONSTRAINT form_prints_reason CHECK (copy_no >= 1 AND (copy_no = 1 OR CHAR_LENGTH(reason) >= 3))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('form_prints')
  }
}
