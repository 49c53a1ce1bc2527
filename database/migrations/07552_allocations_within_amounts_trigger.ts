import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER allocations_within_amounts BEFORE INSERT ON allocations FOR EACH ROW
      BEGIN
        DECLARE owed DECIMAL(18,2);
        DECLARE paid DECIMAL(18,2);
        DECLARE taken DECIMAL(18,2) DEFAULT 0;
        SELECT amount INTO owed FROM charges WHERE id = NEW.charge_id;
        SELECT amount INTO paid FROM receipts WHERE id = NEW.receipt_id;
        IF NEW.charge_share > 1 THEN
          SELECT SUM(a.amount) INTO taken FROM allocations a WHERE a.charge_id = NEW.charge_id LOCK IN SHARE MODE;
          SET owed = owed - COALESCE(taken, 0);
        END IF;
        IF NEW.receipt_share > 1 THEN
          SELECT SUM(a.amount) INTO taken FROM allocations a WHERE a.receipt_id = NEW.receipt_id LOCK IN SHARE MODE;
          SET paid = paid - COALESCE(taken, 0);
        END IF;
        IF NEW.amount > owed THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'more than the charge is allocated to it';
        END IF;
        IF NEW.amount > paid THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'more than the receipt is consumed';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER allocations_within_amounts')
  }
}
