import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER voucher_deductions_no_update_once_submitted BEFORE UPDATE ON voucher_deductions FOR EACH ROW
        IF (SELECT status FROM payment_vouchers WHERE id = OLD.voucher_id) NOT IN ('draft', 'returned') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the voucher is submitted: its deductions do not change';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER voucher_deductions_no_update_once_submitted')
  }
}
