import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_alerts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        line_id BIGINT UNSIGNED NOT NULL,
        percent SMALLINT UNSIGNED NOT NULL COMMENT 'of what is released, by the dated setting of the day',
        taken DECIMAL(18,2) NOT NULL COMMENT 'reserved, committed and paid when it was raised',
        released DECIMAL(18,2) NOT NULL,
        raised_on DATE NOT NULL,
        cleared_on DATE NULL COMMENT 'the line is below the percentage again',
        standing TINYINT(1) AS (IF(cleared_on IS NULL, 1, NULL)) PERSISTENT,
        UNIQUE KEY budget_alerts_once (line_id, percent, standing),
        KEY budget_alerts_unit (unit_id, cleared_on, id),
        CONSTRAINT budget_alerts_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT budget_alerts_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT budget_alerts_percent CHECK (percent BETWEEN 1 AND 100),
        CONSTRAINT budget_alerts_dates CHECK (cleared_on IS NULL OR cleared_on >= raised_on)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.raw('DROP TABLE budget_alerts')
  }
}
