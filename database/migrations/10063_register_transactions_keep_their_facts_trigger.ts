import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER register_transactions_keep_their_facts BEFORE UPDATE ON register_transactions FOR EACH ROW
        IF OLD.status IN ('approved', 'refused', 'withdrawn') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decided register transaction is final';
        ELSEIF OLD.status <> 'draft' AND NOT (
          NEW.unit_id = OLD.unit_id AND NEW.fiscal_year = OLD.fiscal_year AND NEW.number = OLD.number
          AND NEW.kind = OLD.kind AND NEW.effective_on = OLD.effective_on AND NEW.decision_no <=> OLD.decision_no
          AND NEW.decision_on <=> OLD.decision_on AND NEW.decision_authority <=> OLD.decision_authority
          AND NEW.legal_basis_id <=> OLD.legal_basis_id AND NEW.reason <=> OLD.reason
          AND NEW.proposal = OLD.proposal AND NEW.source_type = OLD.source_type
          AND NEW.source_id <=> OLD.source_id AND NEW.cancels_id <=> OLD.cancels_id
          AND NEW.made_by = OLD.made_by AND NEW.document_hash <=> OLD.document_hash) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a proposed register transaction keeps its facts';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER register_transactions_keep_their_facts')
  }
}
