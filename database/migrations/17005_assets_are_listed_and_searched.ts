import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE assets
        ADD KEY assets_list_order (site_no, unit_id, security_class),
        ADD KEY assets_class_order (class_id, site_no)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE assets DROP KEY assets_list_order, DROP KEY assets_class_order')
  }
}
