import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_movements (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        line_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
        effective_on DATE NOT NULL,
        appropriated DECIMAL(18,2) NOT NULL DEFAULT 0,
        released DECIMAL(18,2) NOT NULL DEFAULT 0,
        frozen DECIMAL(18,2) NOT NULL DEFAULT 0,
        reserved DECIMAL(18,2) NOT NULL DEFAULT 0,
        committed DECIMAL(18,2) NOT NULL DEFAULT 0,
        paid DECIMAL(18,2) NOT NULL DEFAULT 0,
        document_type VARCHAR(40) CHARACTER SET ascii NOT NULL,
        document_id BIGINT UNSIGNED NOT NULL,
        business_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'document + transition + line: moves once',
        made_by BIGINT UNSIGNED NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY budget_movements_business (business_key),
        KEY budget_movements_line (line_id, effective_on, id),
        KEY budget_movements_document (document_type, document_id),
        CONSTRAINT budget_movements_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT budget_movements_kind CHECK (kind IN ('appropriation', 'release', 'supplement', 'virement', 'freeze', 'unfreeze', 'reserve', 'unreserve', 'commit', 'uncommit', 'pay', 'unpay', 'carry'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budget_movements')
  }
}
