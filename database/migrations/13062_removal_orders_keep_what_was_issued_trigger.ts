import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER removal_orders_keep_what_was_issued BEFORE UPDATE ON removal_orders FOR EACH ROW
      BEGIN
        IF OLD.status IN ('refused', 'withdrawn') OR (OLD.status = 'issued' AND NEW.status NOT IN ('issued', 'withdrawn')) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a removal order that ended stays as it was';
        END IF;
        IF OLD.status <> 'draft' AND (NEW.case_id <> OLD.case_id OR NEW.episode <> OLD.episode OR NEW.order_no <> OLD.order_no
           OR NEW.answer_id <> OLD.answer_id OR NEW.legal_basis <> OLD.legal_basis OR NEW.subject <> OLD.subject
           OR NEW.issued_by <> OLD.issued_by OR NEW.issued_on <> OLD.issued_on OR NEW.document_hash <> OLD.document_hash
           OR NEW.made_by <> OLD.made_by OR NEW.surveyor_id <> OLD.surveyor_id) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued removal order keeps its number, ground, text and hands';
        END IF;
        IF (NEW.executed_on IS NOT NULL AND OLD.executed_on IS NULL) OR (NEW.status = 'issued' AND OLD.status = 'draft') THEN
          IF EXISTS (SELECT 1 FROM encroachment_freezes WHERE case_id = NEW.case_id AND ended_on IS NULL) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'R20: an active legalisation file freezes the removal';
          END IF;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER removal_orders_keep_what_was_issued')
  }
}
