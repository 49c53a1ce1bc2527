import { BaseSchema } from '@adonisjs/lucid/schema'

/** The rule of 20757: the month is found by its key as a day, and the closing of a year is asked of locked months alone. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_entries_open_period BEFORE INSERT ON ledger_entries FOR EACH ROW
      BEGIN
        IF EXISTS (
          SELECT 1 FROM accounting_periods p
          WHERE p.unit_id = NEW.unit_id AND p.month = NEW.posted_on - INTERVAL DAYOFMONTH(NEW.posted_on) - 1 DAY AND p.state = 'locked'
        ) THEN
          IF NOT (NEW.kind = 'year_closing' AND DATE_FORMAT(NEW.posted_on, '%m-%d') = '06-30' AND NOT EXISTS (
            SELECT 1 FROM year_closings y
            WHERE y.unit_id = NEW.unit_id AND y.fiscal_year = NEW.fiscal_year AND y.status = 'approved'
          )) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the accounting period is locked';
          END IF;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_entries_open_period BEFORE INSERT ON ledger_entries FOR EACH ROW
      BEGIN
        IF EXISTS (
          SELECT 1 FROM accounting_periods p
          WHERE p.unit_id = NEW.unit_id AND p.month = DATE_FORMAT(NEW.posted_on, '%Y-%m-01') AND p.state = 'locked'
        ) AND NOT (NEW.kind = 'year_closing' AND DATE_FORMAT(NEW.posted_on, '%m-%d') = '06-30' AND NOT EXISTS (
          SELECT 1 FROM year_closings y
          WHERE y.unit_id = NEW.unit_id AND y.fiscal_year = NEW.fiscal_year AND y.status = 'approved'
        )) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the accounting period is locked';
        END IF;
      END
    `)
  }
}
