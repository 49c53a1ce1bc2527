import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER removal_orders_need_the_legal_answer BEFORE INSERT ON removal_orders FOR EACH ROW
      BEGIN
        DECLARE proofs INT;
        IF NEW.status <> 'draft' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a removal order begins as a draft';
        END IF;
        SELECT COUNT(d.document_id) INTO proofs FROM title_answers t JOIN title_answer_documents d ON d.answer_id = t.id
          WHERE t.id = NEW.answer_id AND t.case_id = NEW.case_id AND t.episode = NEW.episode AND t.verdict = 'manifest'
            AND NOT EXISTS (SELECT 1 FROM title_answers later WHERE later.case_id = t.case_id AND later.episode = t.episode AND later.id > t.id AND later.verdict <> 'manifest');
        IF proofs = 0 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'R18: no removal order before the legal officer answered with documents that the encroachment is manifest';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER removal_orders_need_the_legal_answer')
  }
}
