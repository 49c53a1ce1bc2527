import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What lines had on a past day is added up along this key alone: to fetch half a million movements, each from
 * its own place, took most of a second.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE budget_movements
        ADD KEY budget_movements_figures (line_id, effective_on, appropriated, released, frozen, reserved, committed, paid),
        DROP KEY budget_movements_line
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE budget_movements
        ADD KEY budget_movements_line (line_id, effective_on, id),
        DROP KEY budget_movements_figures
    `)
  }
}
