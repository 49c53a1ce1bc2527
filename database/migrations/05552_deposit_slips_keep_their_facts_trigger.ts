import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER deposit_slips_keep_their_facts BEFORE UPDATE ON deposit_slips FOR EACH ROW
      BEGIN
        IF NEW.amount <> OLD.amount OR NEW.unit_id <> OLD.unit_id OR NEW.number <> OLD.number
           OR NEW.deposited_on <> OLD.deposited_on OR NEW.bank_account_id <> OLD.bank_account_id THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a deposit slip keeps its number, day, account and amount';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER deposit_slips_keep_their_facts')
  }
}
