import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw('ALTER TABLE parties ADD KEY parties_folded_name (folded_name)')
  }

  async down() {
    this.schema.raw('ALTER TABLE parties DROP KEY parties_folded_name')
  }
}
