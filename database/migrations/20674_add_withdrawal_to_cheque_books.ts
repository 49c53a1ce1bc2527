import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE cheque_books
        ADD COLUMN withdrawn_on DATE NULL COMMENT 'taken out of use: its blank leaves were voided',
        ADD COLUMN withdrawn_by BIGINT UNSIGNED NULL,
        ADD COLUMN withdrawal VARCHAR(300) NULL COMMENT 'why, and to whom the leaves went',
        ADD CONSTRAINT cheque_books_withdrawn CHECK ((withdrawn_on IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_on IS NULL) = (withdrawal IS NULL))
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE cheque_books DROP CONSTRAINT cheque_books_withdrawn, DROP COLUMN withdrawn_on, DROP COLUMN withdrawn_by, DROP COLUMN withdrawal'
    )
  }
}
