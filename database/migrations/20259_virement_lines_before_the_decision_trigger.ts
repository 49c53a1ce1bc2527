import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER virement_lines_before_the_decision BEFORE INSERT ON virement_lines FOR EACH ROW
      BEGIN
        DECLARE state VARCHAR(10);
        DECLARE first_approver BIGINT UNSIGNED;
        SELECT status, first_approved_by INTO state, first_approver FROM virements WHERE id = NEW.virement_id;
        IF state NOT IN ('draft', 'proposed') OR first_approver IS NOT NULL THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decided virement takes no more lines';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER virement_lines_before_the_decision')
  }
}
