import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER settlements_keep_their_facts BEFORE UPDATE ON settlements FOR EACH ROW
      BEGIN
        IF NEW.gross <> OLD.gross OR NEW.commission <> OLD.commission OR NEW.unit_id <> OLD.unit_id
           OR NEW.batch_no <> OLD.batch_no OR NEW.settled_on <> OLD.settled_on OR NEW.bank_account_id <> OLD.bank_account_id THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a settlement batch keeps its number, day, account and amounts';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER settlements_keep_their_facts')
  }
}
