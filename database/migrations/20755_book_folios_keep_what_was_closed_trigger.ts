import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER book_folios_keep_what_was_closed BEFORE UPDATE ON book_folios FOR EACH ROW
      BEGIN
        IF NEW.book_id <> OLD.book_id OR NEW.unit_id <> OLD.unit_id OR NEW.month <> OLD.month OR NEW.number <> OLD.number THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a folio keeps its place in its book';
        END IF;
        IF OLD.status <> 'open' AND NEW.status <> 'open' AND NOT (NEW.document_hash <=> OLD.document_hash
          AND NEW.brought_debit <=> OLD.brought_debit AND NEW.brought_credit <=> OLD.brought_credit AND NEW.debit <=> OLD.debit
          AND NEW.credit <=> OLD.credit AND NEW.carried_debit <=> OLD.carried_debit AND NEW.carried_credit <=> OLD.carried_credit) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a closed folio keeps its figures: reopen it first';
        END IF;
        IF OLD.status = 'open' AND NEW.status = 'audited' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a folio is closed before it is audited';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER book_folios_keep_what_was_closed')
  }
}
