import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER period_accounts_steps_in_order BEFORE UPDATE ON period_accounts FOR EACH ROW
      BEGIN
        IF OLD.status = 'signed' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed account stays as it is';
        END IF;
        IF ABS(FIND_IN_SET(NEW.status, 'draft,submitted,controlled,managed,signed') - FIND_IN_SET(OLD.status, 'draft,submitted,controlled,managed,signed')) > 1 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signatures of an account follow one another';
        END IF;
        IF OLD.status <> 'draft' AND NEW.status <> 'draft' AND NOT (NEW.document_hash <=> OLD.document_hash AND NEW.debit = OLD.debit AND NEW.credit = OLD.credit) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submitted account keeps its figures: send it back first';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER period_accounts_steps_in_order')
  }
}
