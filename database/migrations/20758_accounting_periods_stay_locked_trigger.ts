import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER accounting_periods_stay_locked BEFORE UPDATE ON accounting_periods FOR EACH ROW
      BEGIN
        IF OLD.state = 'locked' AND NEW.state <> 'locked' THEN
          IF EXISTS (
            SELECT 1 FROM year_closings y WHERE y.unit_id = OLD.unit_id AND y.status IN ('closed', 'approved')
              AND OLD.month BETWEEN CONCAT(LEFT(y.fiscal_year, 4), '-07-01') AND CONCAT(RIGHT(y.fiscal_year, 4), '-06-30')
          ) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a month of a closed year stays locked';
          END IF;
          IF EXISTS (
            SELECT 1 FROM period_accounts p WHERE p.unit_id = OLD.unit_id AND p.status IN ('controlled', 'managed', 'signed')
              AND OLD.month BETWEEN p.first_day AND p.last_day
          ) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a month under a signed form 75 stays locked: withdraw the account first';
          END IF;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER accounting_periods_stay_locked')
  }
}
