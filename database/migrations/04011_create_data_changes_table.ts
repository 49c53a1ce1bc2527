import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A mark for every change of what changes rarely and is read with every page: processes remember such
 * rows and forget them when the marks are others. Marks are only added, because a counter that two
 * transactions raise makes one of them fail; they are random, so that marks taken away in any order
 * never look like those before.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE data_changes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        about VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'table that changed',
        token BIGINT UNSIGNED NOT NULL,
        changed_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY data_changes_token (token),
        KEY data_changes_age (changed_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('data_changes')
  }
}
