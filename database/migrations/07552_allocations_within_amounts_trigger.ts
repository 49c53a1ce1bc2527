import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER allocations_within_amounts BEFORE INSERT ON allocations FOR EACH ROW
      BEGIN
        -- The first share is held by the CHECK alone: one comparison, and a million of them stay quick.
        IF NEW.charge_share > 1 OR NEW.receipt_share > 1 THEN
        BEGIN
          DECLARE taken DECIMAL(18,2) DEFAULT 0;
          DECLARE earlier INT DEFAULT 0;
          IF NEW.charge_share > 1 THEN
            SELECT COALESCE(SUM(a.amount), 0), COALESCE(SUM(a.charge_share = NEW.charge_share - 1), 0) INTO taken, earlier
              FROM allocations a WHERE a.charge_id = NEW.charge_id LOCK IN SHARE MODE;
            IF earlier <> 1 THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'shares of a charge follow each other from 1';
            END IF;
            IF NEW.amount > NEW.charge_amount - taken THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'more than the charge is allocated to it';
            END IF;
          END IF;
          IF NEW.receipt_share > 1 THEN
            SELECT COALESCE(SUM(a.amount), 0), COALESCE(SUM(a.receipt_share = NEW.receipt_share - 1), 0) INTO taken, earlier
              FROM allocations a WHERE a.receipt_id = NEW.receipt_id LOCK IN SHARE MODE;
            IF earlier <> 1 THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'shares of a receipt follow each other from 1';
            END IF;
            IF NEW.amount > NEW.receipt_amount - taken THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'more than the receipt is consumed';
            END IF;
          END IF;
        END;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER allocations_within_amounts')
  }
}
