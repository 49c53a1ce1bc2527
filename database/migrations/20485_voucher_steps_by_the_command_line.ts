import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE voucher_steps MODIFY made_by BIGINT UNSIGNED NULL COMMENT 'NULL: a file of the bank, brought in on the command line'
    `)
  }

  async down() {
    this.schema.raw(`ALTER TABLE voucher_steps MODIFY made_by BIGINT UNSIGNED NOT NULL`)
  }
}
