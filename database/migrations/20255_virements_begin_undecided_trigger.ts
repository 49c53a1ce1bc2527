import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER virements_begin_undecided BEFORE INSERT ON virements FOR EACH ROW
      BEGIN
        IF NEW.status NOT IN ('draft', 'proposed') OR NEW.approved_by IS NOT NULL OR NEW.first_approved_by IS NOT NULL THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a virement begins as a draft or a proposal';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER virements_begin_undecided')
  }
}
