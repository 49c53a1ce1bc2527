import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER payment_vouchers_begin_as_drafts BEFORE INSERT ON payment_vouchers FOR EACH ROW
        IF NEW.status <> 'draft' OR NEW.book_55_no IS NOT NULL OR NEW.entry_id IS NOT NULL THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher begins as a draft';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_vouchers_begin_as_drafts')
  }
}
