import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER year_closing_lines_approved_keep BEFORE DELETE ON year_closing_lines FOR EACH ROW
      BEGIN
        IF (SELECT status FROM year_closings WHERE id = OLD.closing_id) = 'approved' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved year keeps its balances';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER year_closing_lines_approved_keep')
  }
}
