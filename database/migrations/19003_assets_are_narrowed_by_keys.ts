import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the filters of the list ask of, after the columns that the key is followed by. */
const ASKED = 'domain, record_status, life_status, is_in_use'

export default class extends BaseSchema {
  /** Filters together are answered from keys alone: rows that do not match are never fetched. */
  async up() {
    this.schema.raw(`
      ALTER TABLE assets
        DROP KEY assets_class,
        ADD KEY assets_class (unit_id, class_id, ${ASKED}, security_class),
        DROP KEY assets_class_order,
        ADD KEY assets_class_order (class_id, site_no, id, unit_id, security_class, ${ASKED})
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE assets
        DROP KEY assets_class,
        ADD KEY assets_class (unit_id, class_id),
        DROP KEY assets_class_order,
        ADD KEY assets_class_order (class_id, site_no)
    `)
  }
}
