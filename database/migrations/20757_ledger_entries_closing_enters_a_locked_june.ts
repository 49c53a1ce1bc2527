import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw('DROP TRIGGER ledger_entries_open_period')
    this.schema.raw(`
      CREATE TRIGGER ledger_entries_open_period BEFORE INSERT ON ledger_entries FOR EACH ROW
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

  async down() {
    this.schema.raw('DROP TRIGGER ledger_entries_open_period')
    this.schema.raw(`
      CREATE TRIGGER ledger_entries_open_period BEFORE INSERT ON ledger_entries FOR EACH ROW
      BEGIN
        IF EXISTS (
          SELECT 1 FROM accounting_periods p
          WHERE p.unit_id = NEW.unit_id AND p.month = DATE_FORMAT(NEW.posted_on, '%Y-%m-01') AND p.state = 'locked'
        ) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the accounting period is locked';
        END IF;
      END
    `)
  }
}
