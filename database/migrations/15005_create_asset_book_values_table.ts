import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_book_values (
        asset_id BIGINT UNSIGNED NOT NULL,
        book_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        cost DECIMAL(18,2) NOT NULL,
        accumulated DECIMAL(18,2) NOT NULL DEFAULT 0,
        salvage DECIMAL(18,2) NOT NULL DEFAULT 0,
        method VARCHAR(14) CHARACTER SET ascii NOT NULL,
        yearly_rate DECIMAL(9,6) NULL,
        spread DECIMAL(18,2) NOT NULL COMMENT 'what is shared out over the months from spread_from',
        spread_months SMALLINT UNSIGNED NULL,
        spread_from DATE NOT NULL COMMENT 'first day of the first month',
        spread_base DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'accumulated when the sharing began',
        last_month DATE NULL COMMENT 'first day of the last month depreciated',
        is_open TINYINT(1) NOT NULL DEFAULT 1 COMMENT '0 after disposal',
        PRIMARY KEY (asset_id, book_id),
        KEY asset_book_values_unit (unit_id, book_id, is_open),
        CONSTRAINT asset_book_values_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT asset_book_values_book_fk FOREIGN KEY (book_id) REFERENCES depreciation_books (id),
        CONSTRAINT asset_book_values_never_below CHECK (accumulated >= 0 AND accumulated <= cost AND cost >= 0),
        CONSTRAINT asset_book_values_salvage CHECK (salvage >= 0 AND (is_open = 0 OR salvage <= cost)),
        CONSTRAINT asset_book_values_month CHECK (DAYOFMONTH(spread_from) = 1 AND (last_month IS NULL OR DAYOFMONTH(last_month) = 1))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_book_values')
  }
}
