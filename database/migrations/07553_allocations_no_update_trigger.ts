import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER allocations_no_update BEFORE UPDATE ON allocations FOR EACH ROW
      BEGIN
        IF NEW.charge_id <> OLD.charge_id OR NEW.receipt_id <> OLD.receipt_id OR NEW.amount <> OLD.amount
           OR NEW.charge_share <> OLD.charge_share OR NEW.receipt_share <> OLD.receipt_share THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an allocation is replaced, not changed';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER allocations_no_update')
  }
}
