import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE printer_offsets (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        user_id BIGINT UNSIGNED NOT NULL,
        printer VARCHAR(60) NOT NULL COMMENT 'as the person calls it',
        x_tenths SMALLINT NOT NULL DEFAULT 0 COMMENT 'tenths of a millimetre to the right',
        y_tenths SMALLINT NOT NULL DEFAULT 0 COMMENT 'tenths of a millimetre down',
        UNIQUE KEY printer_offsets_once (user_id, printer),
        CONSTRAINT printer_offsets_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT printer_offsets_small CHECK (x_tenths BETWEEN -300 AND 300 AND y_tenths BETWEEN -300 AND 300)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('printer_offsets')
  }
}
