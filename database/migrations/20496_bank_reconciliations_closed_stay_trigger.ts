import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER bank_reconciliations_closed_stay BEFORE UPDATE ON bank_reconciliations FOR EACH ROW
        IF OLD.status = 'closed' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a closed reconciliation statement stays as it was signed';
        ELSEIF CONCAT(OLD.status, '>', NEW.status) NOT IN ('draft>draft', 'draft>signed', 'signed>draft', 'signed>closed') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a reconciliation statement does not make this step';
        ELSEIF NOT (NEW.unit_id = OLD.unit_id AND NEW.bank_account_id = OLD.bank_account_id AND NEW.month = OLD.month AND NEW.number = OLD.number)
          OR (OLD.status = 'signed' AND NEW.status = 'closed' AND NOT (NEW.figures <=> OLD.figures AND NEW.document_hash <=> OLD.document_hash AND NEW.stated_balance = OLD.stated_balance AND NEW.first_signed_by <=> OLD.first_signed_by)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed reconciliation statement keeps its figures';
        END IF
    `)
  }

  async down() {
    this.schema.raw(`DROP TRIGGER bank_reconciliations_closed_stay`)
  }
}
