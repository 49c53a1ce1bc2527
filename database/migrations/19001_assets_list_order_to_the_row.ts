import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  /**
   * The key that the list is read along holds the row's own number right after the site's, as the list
   * orders them: with another column between the two, every page sorted the whole register. What the
   * filters ask of stands in it too, so that rows left out are not fetched.
   */
  async up() {
    this.schema.raw(`
      ALTER TABLE assets
        DROP KEY assets_list_order,
        ADD KEY assets_list_order (site_no, id, unit_id, class_id, security_class, domain, record_status, life_status, is_in_use)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE assets
        DROP KEY assets_list_order,
        ADD KEY assets_list_order (site_no, unit_id, security_class)
    `)
  }
}
