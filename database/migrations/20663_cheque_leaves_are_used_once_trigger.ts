import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER cheque_leaves_are_used_once BEFORE UPDATE ON cheque_leaves FOR EACH ROW
      BEGIN
        IF OLD.status <> 'blank' AND NOT (OLD.status = 'used' AND NEW.status = 'void') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this leaf of a cheque book is used, void or missing';
        END IF;
        IF NEW.number <> OLD.number OR NEW.book_id <> OLD.book_id OR NEW.bank_account_id <> OLD.bank_account_id THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a leaf keeps its number and book';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER cheque_leaves_are_used_once')
  }
}
