import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_book_entries (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        book_id BIGINT UNSIGNED NOT NULL,
        order_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(14) CHARACTER SET ascii NOT NULL,
        effective_on DATE NOT NULL,
        cost DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'change of the cost or revalued amount',
        accumulated DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'change of the accumulated depreciation',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY asset_book_entries_once (order_id, asset_id, book_id),
        KEY asset_book_entries_asset (asset_id, book_id, effective_on),
        KEY asset_book_entries_unit (unit_id, book_id, effective_on),
        CONSTRAINT asset_book_entries_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT asset_book_entries_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT asset_book_entries_book_fk FOREIGN KEY (book_id) REFERENCES depreciation_books (id),
        CONSTRAINT asset_book_entries_order_fk FOREIGN KEY (order_id) REFERENCES asset_orders (id),
        CONSTRAINT asset_book_entries_kind CHECK (kind IN ('capitalisation', 'depreciation', 'revaluation', 'disposal')),
        CONSTRAINT asset_book_entries_moves CHECK (cost <> 0 OR accumulated <> 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_book_entries')
  }
}
