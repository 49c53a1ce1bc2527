import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER budget_proposal_lines_only_in_drafts BEFORE UPDATE ON budget_proposal_lines FOR EACH ROW
        IF (OLD.amount <> NEW.amount OR NOT (OLD.justification <=> NEW.justification) OR OLD.code_id <> NEW.code_id
            OR OLD.fund_id <> NEW.fund_id OR OLD.function_id <> NEW.function_id OR OLD.programme_id <> NEW.programme_id)
          AND (SELECT status FROM budget_proposals WHERE id = OLD.proposal_id) <> 'draft' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submitted proposal stays as it was submitted: return it';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER budget_proposal_lines_only_in_drafts')
  }
}
