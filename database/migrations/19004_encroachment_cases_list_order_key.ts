import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  /** The order of the list of cases, with what its filters ask of; age is counted from these days. */
  async up() {
    this.schema.raw(`
      ALTER TABLE encroachment_cases
        ADD KEY encroachment_cases_list_order (detected_on, id, unit_id, status, closed_on)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE encroachment_cases DROP KEY encroachment_cases_list_order')
  }
}
