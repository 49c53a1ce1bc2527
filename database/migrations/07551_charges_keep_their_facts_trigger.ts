import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER charges_keep_their_facts BEFORE UPDATE ON charges FOR EACH ROW
      BEGIN
        IF NEW.amount <> OLD.amount OR NEW.unit_id <> OLD.unit_id OR NEW.payment_ref <> OLD.payment_ref
           OR NEW.due_on <> OLD.due_on OR NEW.period <> OLD.period THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a charge keeps its reference, day, period and amount: cancel it and issue another';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER charges_keep_their_facts')
  }
}
