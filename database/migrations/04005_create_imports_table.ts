import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE imports (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        file_id BIGINT UNSIGNED NOT NULL,
        state VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'uploaded',
        reading JSON NOT NULL COMMENT 'how the file is read: format, sheet, encoding, separator, header row',
        mapping JSON NOT NULL COMMENT 'field → column or constant',
        row_count INT UNSIGNED NOT NULL DEFAULT 0,
        landed INT UNSIGNED NOT NULL DEFAULT 0,
        updated INT UNSIGNED NOT NULL DEFAULT 0,
        unchanged INT UNSIGNED NOT NULL DEFAULT 0,
        rejected INT UNSIGNED NOT NULL DEFAULT 0,
        blank INT UNSIGNED NOT NULL DEFAULT 0,
        totals JSON NULL COMMENT 'control totals of the file and of what landed',
        first_record_id BIGINT UNSIGNED NULL COMMENT 'the records it made lie between these ids; import_id says which they are',
        last_record_id BIGINT UNSIGNED NULL,
        error TEXT NULL,
        created_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        checked_at DATETIME(3) NULL,
        approved_by BIGINT UNSIGNED NULL,
        committed_at DATETIME(3) NULL,
        undone_by BIGINT UNSIGNED NULL,
        undone_at DATETIME(3) NULL,
        KEY imports_unit (unit_id, id),
        KEY imports_kind (kind, id),
        CONSTRAINT imports_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT imports_file_fk FOREIGN KEY (file_id) REFERENCES stored_files (id),
        CONSTRAINT imports_state CHECK (state IN ('uploaded', 'checking', 'checked', 'committing', 'committed', 'undoing', 'undone', 'failed', 'cancelled')),
        CONSTRAINT imports_maker_is_not_approver CHECK (approved_by IS NULL OR created_by IS NULL OR approved_by <> created_by),
        CONSTRAINT imports_rows_add_up CHECK (state NOT IN ('checked', 'committed') OR row_count = landed + updated + unchanged + rejected + blank)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('imports')
  }
}
