import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER allocations_last_share_first BEFORE DELETE ON allocations FOR EACH ROW
      BEGIN
        -- Without this, a first share could be added beside later ones and skip their sum.
        IF EXISTS (SELECT 1 FROM allocations a WHERE a.charge_id = OLD.charge_id AND a.charge_share > OLD.charge_share)
           OR EXISTS (SELECT 1 FROM allocations a WHERE a.receipt_id = OLD.receipt_id AND a.receipt_share > OLD.receipt_share) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the later shares of the charge and the receipt go first';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER allocations_last_share_first')
  }
}
