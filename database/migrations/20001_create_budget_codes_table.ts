import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_codes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        axis VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'what it classifies by',
        code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        parent_id BIGINT UNSIGNED NULL,
        level TINYINT UNSIGNED NOT NULL COMMENT '1: bab, 2: group, 3: item, 4: type',
        chapter_id BIGINT UNSIGNED NULL COMMENT 'its bab; NULL: it is one',
        group_id BIGINT UNSIGNED NULL,
        item_id BIGINT UNSIGNED NULL,
        name_ar VARCHAR(190) NOT NULL,
        name_en VARCHAR(190) NOT NULL,
        is_postable TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'lines stand on it',
        is_locked TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'the yearly notes forbid to move its credit',
        account_code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the chart, where an official one is known',
        valid_from DATE NOT NULL DEFAULT '2000-07-01',
        valid_to DATE NULL,
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0 COMMENT '0: to be confirmed by a finance officer',
        import_id BIGINT UNSIGNED NULL,
        UNIQUE KEY budget_codes_once (axis, code, valid_from),
        KEY budget_codes_parent (parent_id),
        KEY budget_codes_import (import_id),
        CONSTRAINT budget_codes_parent_fk FOREIGN KEY (parent_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_codes_chapter_fk FOREIGN KEY (chapter_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_codes_group_fk FOREIGN KEY (group_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_codes_item_fk FOREIGN KEY (item_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_codes_axis CHECK (axis IN ('use', 'resource', 'function', 'programme', 'fund')),
        CONSTRAINT budget_codes_level CHECK (level BETWEEN 1 AND 4 AND (level = 1) = (parent_id IS NULL)),
        CONSTRAINT budget_codes_ancestors CHECK ((level >= 2) = (chapter_id IS NOT NULL) AND (level >= 3) = (group_id IS NOT NULL) AND (level >= 4) = (item_id IS NOT NULL)),
        CONSTRAINT budget_codes_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budget_codes')
  }
}
