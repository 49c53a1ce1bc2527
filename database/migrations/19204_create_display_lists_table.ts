import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE display_lists (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        list_no VARCHAR(40) NOT NULL,
        kind VARCHAR(14) CHARACTER SET ascii NOT NULL,
        round_id BIGINT UNSIGNED NULL COMMENT 'the round whose results are displayed',
        title VARCHAR(200) NOT NULL,
        place VARCHAR(300) NOT NULL COMMENT 'where it hangs',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        displayed_on DATE NULL,
        until_on DATE NULL COMMENT 'last day of objections, by the dated setting',
        legal VARCHAR(300) NULL COMMENT 'legal reference of the days',
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was displayed',
        made_by BIGINT UNSIGNED NOT NULL,
        approved_by BIGINT UNSIGNED NULL,
        approved_on DATE NULL,
        ended_reason VARCHAR(500) NULL COMMENT 'why it was taken down',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY display_lists_no (unit_id, list_no),
        KEY display_lists_round (round_id),
        CONSTRAINT display_lists_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT display_lists_round_fk FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT display_lists_maker_fk FOREIGN KEY (made_by) REFERENCES users (id),
        CONSTRAINT display_lists_approver_fk FOREIGN KEY (approved_by) REFERENCES users (id),
        CONSTRAINT display_lists_kind CHECK ((kind = 'legalisation' AND round_id IS NULL) OR (kind = 'round' AND round_id IS NOT NULL)),
        CONSTRAINT display_lists_status CHECK (status IN ('draft', 'displayed', 'approved', 'withdrawn')),
        CONSTRAINT display_lists_displayed CHECK (status IN ('draft', 'withdrawn') OR (displayed_on IS NOT NULL AND until_on >= displayed_on AND document_hash IS NOT NULL)),
        CONSTRAINT display_lists_approved CHECK ((status = 'approved') = (approved_by IS NOT NULL) AND (approved_by IS NULL OR (approved_on > until_on AND approved_by <> made_by)))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('display_lists')
  }
}
