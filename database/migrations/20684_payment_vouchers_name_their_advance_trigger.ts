import { BaseSchema } from '@adonisjs/lucid/schema'

/** A form 50 of the type of an advance names one from its first day; once submitted it keeps it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER payment_vouchers_name_their_advance BEFORE INSERT ON payment_vouchers FOR EACH ROW
        IF (NEW.payment_type LIKE 'advance%') <> (NEW.advance_id IS NOT NULL) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher names an advance if and only if it is for one';
        END IF
    `)
    this.schema.raw(`
      CREATE TRIGGER payment_vouchers_keep_their_advance BEFORE UPDATE ON payment_vouchers FOR EACH ROW
        IF NOT (NEW.advance_id <=> OLD.advance_id) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher keeps its advance';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_vouchers_keep_their_advance')
    this.schema.raw('DROP TRIGGER payment_vouchers_name_their_advance')
  }
}
