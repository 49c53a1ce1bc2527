import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER cheque_leaves_no_delete BEFORE DELETE ON cheque_leaves FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a leaf of a cheque book is voided, never taken out'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER cheque_leaves_no_delete')
  }
}
