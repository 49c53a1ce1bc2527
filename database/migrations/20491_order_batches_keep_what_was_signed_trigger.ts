import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER order_batches_keep_what_was_signed BEFORE UPDATE ON order_batches FOR EACH ROW
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN (
          'made>signed_first', 'made>cancelled', 'signed_first>signed', 'signed_first>cancelled') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a batch of payment orders does not make this step';
        ELSEIF NOT (NEW.unit_id = OLD.unit_id AND NEW.fiscal_year = OLD.fiscal_year AND NEW.number = OLD.number
          AND NEW.bank_account_id = OLD.bank_account_id AND NEW.layout_code = OLD.layout_code AND NEW.order_count = OLD.order_count
          AND NEW.total = OLD.total AND NEW.account_check = OLD.account_check AND NEW.made_by = OLD.made_by AND NEW.made_on = OLD.made_on)
          OR (OLD.status <> 'made' AND NOT (NEW.document_hash <=> OLD.document_hash AND NEW.first_signed_by <=> OLD.first_signed_by))
          OR (OLD.file_id IS NOT NULL AND NOT (NEW.file_id <=> OLD.file_id AND NEW.file_hash <=> OLD.file_hash AND NEW.second_signed_by <=> OLD.second_signed_by)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a batch of payment orders keeps what was signed';
        END IF
    `)
  }

  async down() {
    this.schema.raw(`DROP TRIGGER order_batches_keep_what_was_signed`)
  }
}
