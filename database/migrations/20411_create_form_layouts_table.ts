import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE form_layouts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        form VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ar VARCHAR(120) NOT NULL,
        name_en VARCHAR(120) NOT NULL,
        width_mm DECIMAL(6,2) NOT NULL,
        height_mm DECIMAL(6,2) NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL COMMENT 'first day on which the paper is another one',
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0 COMMENT '0: to be measured on the printed paper',
        UNIQUE KEY form_layouts_once (form, valid_from),
        CONSTRAINT form_layouts_form CHECK (form IN ('form-50', 'extract-55', 'entry-224', 'payment-order', 'cheque')),
        CONSTRAINT form_layouts_size CHECK (width_mm BETWEEN 60 AND 500 AND height_mm BETWEEN 40 AND 500),
        CONSTRAINT form_layouts_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('form_layouts')
  }
}
