import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER bank_lines_keep_their_facts BEFORE UPDATE ON bank_lines FOR EACH ROW
      BEGIN
        IF NEW.amount <> OLD.amount OR NEW.booked_on <> OLD.booked_on OR NEW.bank_account_id <> OLD.bank_account_id
           OR NEW.identity <> OLD.identity THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a bank line is never changed';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER bank_lines_keep_their_facts')
  }
}
