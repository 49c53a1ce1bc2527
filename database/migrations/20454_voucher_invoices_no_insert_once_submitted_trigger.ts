import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER voucher_invoices_no_insert_once_submitted BEFORE INSERT ON voucher_invoices FOR EACH ROW
        IF (SELECT status FROM payment_vouchers WHERE id = NEW.voucher_id) NOT IN ('draft', 'returned') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the voucher is submitted: its invoices do not change';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER voucher_invoices_no_insert_once_submitted')
  }
}
