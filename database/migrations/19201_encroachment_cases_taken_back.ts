import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE encroachment_cases
        DROP CONSTRAINT encroachment_cases_status,
        DROP CONSTRAINT encroachment_cases_closed,
        ADD CONSTRAINT encroachment_cases_status CHECK (status IN ('detected', 'lawful', 'duplicate', 'cancelled', 'unlawful', 'inspected', 'minuted', 'manifest', 'arguable', 'ordered', 'issued', 'notified', 'scheduled', 'executed', 'restored', 'handed_over', 'removed', 'filed', 'fees_paid', 'file_inspected', 'valued', 'accepted', 'rejected', 'grieved', 'contracted', 'settled', 'in_court', 'lost')),
        ADD CONSTRAINT encroachment_cases_closed CHECK ((status IN ('lawful', 'duplicate', 'cancelled', 'removed', 'settled', 'lost')) = (closed_on IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE encroachment_cases
        DROP CONSTRAINT encroachment_cases_status,
        DROP CONSTRAINT encroachment_cases_closed,
        ADD CONSTRAINT encroachment_cases_status CHECK (status IN ('detected', 'lawful', 'duplicate', 'unlawful', 'inspected', 'minuted', 'manifest', 'arguable', 'ordered', 'issued', 'notified', 'scheduled', 'executed', 'restored', 'handed_over', 'removed', 'filed', 'fees_paid', 'file_inspected', 'valued', 'accepted', 'rejected', 'grieved', 'contracted', 'settled', 'in_court', 'lost')),
        ADD CONSTRAINT encroachment_cases_closed CHECK ((status IN ('lawful', 'duplicate', 'removed', 'settled', 'lost')) = (closed_on IS NOT NULL))
    `)
  }
}
