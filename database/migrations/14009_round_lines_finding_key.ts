import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE round_lines ADD CONSTRAINT round_lines_finding_fk FOREIGN KEY (finding_id) REFERENCES round_findings (id)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE round_lines DROP FOREIGN KEY round_lines_finding_fk')
  }
}
