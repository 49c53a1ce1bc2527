import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE right_slots (
        asset_id BIGINT UNSIGNED NOT NULL,
        slot_no SMALLINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NOT NULL,
        right_id BIGINT UNSIGNED NOT NULL,
        PERIOD FOR held (valid_from, valid_to),
        UNIQUE KEY right_slots_one_right_at_a_time (asset_id, slot_no, held WITHOUT OVERLAPS),
        KEY right_slots_right (right_id),
        CONSTRAINT right_slots_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT right_slots_right_fk FOREIGN KEY (right_id) REFERENCES rights (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('right_slots')
  }
}
