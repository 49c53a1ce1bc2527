import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_entries_day_reckoned BEFORE INSERT ON ledger_entries FOR EACH ROW
      BEGIN
        IF NEW.kind = 'payment_voucher' AND EXISTS (
          SELECT 1 FROM daily_reckonings d WHERE d.unit_id = NEW.unit_id AND d.day = NEW.posted_on AND d.status <> 'draft'
        ) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the day is reckoned on form 69: withdraw it first';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_entries_day_reckoned')
  }
}
