import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER year_closings_approved_stay BEFORE UPDATE ON year_closings FOR EACH ROW
      BEGIN
        IF OLD.status = 'approved' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved year stays closed';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER year_closings_approved_stay')
  }
}
