import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE holding_notices (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
        guarantee_id BIGINT UNSIGNED NULL,
        advance_id BIGINT UNSIGNED NULL,
        surety_id BIGINT UNSIGNED NULL,
        due_on DATE NOT NULL COMMENT 'the day it is about: an extension begins the ladder anew',
        days SMALLINT NOT NULL COMMENT 'step of the ladder: days before the day, 0 once it is past',
        raised_on DATE NOT NULL,
        cleared_on DATE NULL COMMENT 'extended, settled, renewed or ended since',
        UNIQUE KEY holding_notices_guarantee (guarantee_id, due_on, days),
        UNIQUE KEY holding_notices_advance (advance_id, due_on, days),
        UNIQUE KEY holding_notices_surety (surety_id, due_on, days),
        KEY holding_notices_unit (unit_id, cleared_on, due_on, id),
        CONSTRAINT holding_notices_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT holding_notices_guarantee_fk FOREIGN KEY (guarantee_id) REFERENCES guarantees (id),
        CONSTRAINT holding_notices_advance_fk FOREIGN KEY (advance_id) REFERENCES advances (id),
        CONSTRAINT holding_notices_surety_fk FOREIGN KEY (surety_id) REFERENCES sureties (id),
        CONSTRAINT holding_notices_kind CHECK ((kind = 'guarantee') = (guarantee_id IS NOT NULL) AND (kind = 'advance') = (advance_id IS NOT NULL) AND (kind = 'surety') = (surety_id IS NOT NULL) AND kind IN ('guarantee', 'advance', 'surety')),
        CONSTRAINT holding_notices_cleared CHECK (cleared_on IS NULL OR cleared_on >= raised_on)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('holding_notices')
  }
}
