import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE rights ADD CONSTRAINT rights_disposal_fk FOREIGN KEY (disposal_id) REFERENCES disposals (id)
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE rights DROP FOREIGN KEY rights_disposal_fk, DROP KEY rights_disposal_fk'
    )
  }
}
