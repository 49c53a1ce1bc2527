import { BaseSchema } from '@adonisjs/lucid/schema'

/** Form 75 rests on the forms 69 of its days: handed in and signed first with all of them, or with a reason. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER period_accounts_days_reckoned BEFORE UPDATE ON period_accounts FOR EACH ROW
      BEGIN
        IF OLD.status <> 'draft' AND NEW.status <> 'draft' AND NOT (NEW.days_reason <=> OLD.days_reason AND NEW.unreckoned_days <=> OLD.unreckoned_days) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submitted account keeps its reason for days without form 69';
        END IF;
        IF NEW.days_reason IS NULL AND ((OLD.status = 'draft' AND NEW.status = 'submitted') OR (OLD.status = 'submitted' AND NEW.status = 'controlled'))
          AND EXISTS (
            SELECT 1 FROM ledger_entries e LEFT JOIN daily_reckonings d ON d.unit_id = e.unit_id AND d.day = e.posted_on
            WHERE e.unit_id = NEW.unit_id AND e.posted_on BETWEEN NEW.first_day AND NEW.last_day
              AND e.kind = 'payment_voucher' AND NOT (d.status <=> 'signed')
          ) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'days of the account have no signed form 69 and no reason is given';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER period_accounts_days_reckoned')
  }
}
