import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE rule_changes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'where who proposed it works; the rule holds for the whole house',
        subject VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which table of rules',
        rule_key VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which rule of it',
        name_ar VARCHAR(300) NOT NULL COMMENT 'how the rule was called when this was proposed',
        name_en VARCHAR(300) NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
        base_id BIGINT UNSIGNED NULL COMMENT 'the version it follows, ends or confirms; NULL: a rule that is new',
        key_parts JSON NOT NULL,
        old_values JSON NULL,
        new_values JSON NULL,
        valid_from DATE NULL COMMENT 'first day of the new version, or the first without the rule',
        legal_text VARCHAR(120) NOT NULL COMMENT 'law or decision, its number and year',
        legal_on DATE NOT NULL,
        legal_article VARCHAR(60) NULL,
        legal_reference VARCHAR(255) NOT NULL COMMENT 'the three as the rule will name them',
        reason VARCHAR(500) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was decided on',
        refusal VARCHAR(500) NULL,
        result_id BIGINT UNSIGNED NULL COMMENT 'the version that came of it',
        stands TINYINT(1) AS (IF(status = 'proposed', 1, NULL)) PERSISTENT,
        UNIQUE KEY rule_changes_one_stands (subject, rule_key, stands),
        KEY rule_changes_rule (subject, rule_key, id),
        CONSTRAINT rule_changes_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT rule_changes_maker_fk FOREIGN KEY (made_by) REFERENCES users (id),
        CONSTRAINT rule_changes_decider_fk FOREIGN KEY (decided_by) REFERENCES users (id),
        CONSTRAINT rule_changes_kind CHECK (kind IN ('version', 'end', 'confirmation')),
        CONSTRAINT rule_changes_status CHECK (status IN ('proposed', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT rule_changes_says CHECK ((kind = 'version') = (new_values IS NOT NULL) AND (kind = 'confirmation') = (valid_from IS NULL) AND (kind = 'version' OR base_id IS NOT NULL)),
        CONSTRAINT rule_changes_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT rule_changes_decided CHECK ((status IN ('approved', 'refused')) = (decided_by IS NOT NULL) AND (decided_by IS NULL) = (document_hash IS NULL)),
        CONSTRAINT rule_changes_refused CHECK ((status = 'refused') = (refusal IS NOT NULL)),
        CONSTRAINT rule_changes_result CHECK ((status = 'approved') = (result_id IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('rule_changes')
  }
}
