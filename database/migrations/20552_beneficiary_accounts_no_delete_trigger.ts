import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER beneficiary_accounts_no_delete BEFORE DELETE ON beneficiary_accounts FOR EACH ROW
      BEGIN
        IF OLD.status <> 'proposed' OR OLD.import_id IS NULL THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'beneficiary_accounts keeps what was decided';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER beneficiary_accounts_no_delete')
  }
}
