import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER right_slots_within_capacity BEFORE INSERT ON right_slots FOR EACH ROW
      BEGIN
        DECLARE capacity SMALLINT UNSIGNED;
        SELECT slots INTO capacity FROM assets WHERE id = NEW.asset_id;
        IF NEW.slot_no < 1 OR NEW.slot_no > capacity THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the asset has no such slot';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER right_slots_within_capacity')
  }
}
