import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER daily_reckonings_live_by_the_rules BEFORE UPDATE ON daily_reckonings FOR EACH ROW
      BEGIN
        IF NEW.unit_id <> OLD.unit_id OR NEW.day <> OLD.day OR NEW.number <> OLD.number OR NEW.fiscal_year <> OLD.fiscal_year THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a daily reckoning keeps its day and number';
        END IF;
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN (
          'draft>counted', 'counted>checked', 'checked>signed', 'counted>draft', 'checked>counted') AND NOT (
          OLD.status = 'signed' AND NEW.status = 'draft' AND NEW.withdrawn_by IS NOT NULL AND NEW.withdraw_reason IS NOT NULL) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signatures of a daily reckoning follow one another';
        END IF;
        IF OLD.status <> 'draft' AND NEW.status <> 'draft' AND NOT (
          NEW.document_hash <=> OLD.document_hash AND NEW.explanation <=> OLD.explanation
          AND NEW.opening_count = OLD.opening_count AND NEW.opening_gross = OLD.opening_gross AND NEW.opening_net = OLD.opening_net
          AND NEW.forms_count = OLD.forms_count AND NEW.forms_gross = OLD.forms_gross AND NEW.forms_net = OLD.forms_net
          AND NEW.entries_count = OLD.entries_count AND NEW.entries_gross = OLD.entries_gross AND NEW.entries_net = OLD.entries_net) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed reckoning keeps its figures: send it back first';
        END IF;
        IF OLD.status = 'signed' AND NEW.status = 'draft' AND EXISTS (
          SELECT 1 FROM period_accounts p WHERE p.unit_id = OLD.unit_id AND p.status IN ('controlled', 'managed', 'signed')
            AND OLD.day BETWEEN p.first_day AND p.last_day) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a reckoning under a signed form 75 is not withdrawn';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER daily_reckonings_live_by_the_rules')
  }
}
