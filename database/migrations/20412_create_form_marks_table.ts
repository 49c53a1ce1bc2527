import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE form_marks (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        layout_id BIGINT UNSIGNED NOT NULL,
        seq SMALLINT UNSIGNED NOT NULL,
        sheet VARCHAR(5) CHARACTER SET ascii NOT NULL DEFAULT 'first' COMMENT 'the form itself, or its continuation sheet',
        kind VARCHAR(5) CHARACTER SET ascii NOT NULL COMMENT 'a value; or words, line, box that the printed paper already has',
        field VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'which value: number, or invoices.no of a row',
        words VARCHAR(300) NULL,
        x_mm DECIMAL(6,2) NOT NULL COMMENT 'of its left upper corner, from that of the paper',
        y_mm DECIMAL(6,2) NOT NULL,
        width_mm DECIMAL(6,2) NOT NULL,
        height_mm DECIMAL(6,2) NOT NULL DEFAULT 0,
        size_pt DECIMAL(4,1) NOT NULL DEFAULT 9.0,
        align VARCHAR(6) CHARACTER SET ascii NOT NULL DEFAULT 'right',
        is_bold TINYINT(1) NOT NULL DEFAULT 0,
        row_count TINYINT UNSIGNED NULL COMMENT 'rows the paper has for this field',
        row_step_mm DECIMAL(5,2) NULL,
        UNIQUE KEY form_marks_seq (layout_id, seq),
        CONSTRAINT form_marks_layout_fk FOREIGN KEY (layout_id) REFERENCES form_layouts (id),
        CONSTRAINT form_marks_sheet CHECK (sheet IN ('first', 'more')),
        CONSTRAINT form_marks_kind CHECK (kind IN ('value', 'words', 'line', 'box')),
        CONSTRAINT form_marks_said CHECK ((kind = 'value') = (field IS NOT NULL) AND (kind = 'words') = (words IS NOT NULL)),
        CONSTRAINT form_marks_align CHECK (align IN ('right', 'left', 'center')),
        CONSTRAINT form_marks_place CHECK (x_mm >= 0 AND y_mm >= 0 AND width_mm >= 0 AND height_mm >= 0 AND size_pt BETWEEN 5 AND 30),
        CONSTRAINT form_marks_rows CHECK ((row_count IS NULL) = (row_step_mm IS NULL) AND (row_count IS NULL OR kind = 'value'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('form_marks')
  }
}
