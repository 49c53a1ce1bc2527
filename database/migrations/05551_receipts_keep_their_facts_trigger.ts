import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER receipts_keep_their_facts BEFORE UPDATE ON receipts FOR EACH ROW
      BEGIN
        IF NEW.amount <> OLD.amount OR NEW.unit_id <> OLD.unit_id OR NEW.book_id <> OLD.book_id
           OR NEW.number <> OLD.number OR NEW.received_on <> OLD.received_on OR NEW.method <> OLD.method THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a receipt keeps its number, day, method and amount: void it and write another';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER receipts_keep_their_facts')
  }
}
