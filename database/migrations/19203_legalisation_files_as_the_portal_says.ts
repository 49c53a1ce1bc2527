import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE legalisation_files
        ADD COLUMN place VARCHAR(300) NULL AFTER area_m2,
        ADD COLUMN prior_no VARCHAR(60) NULL COMMENT 'number under Law 144/2017' AFTER carried_over,
        ADD COLUMN portal_state VARCHAR(16) CHARACTER SET ascii NULL COMMENT 'what the portal last said; nothing is decided by it' AFTER status,
        ADD COLUMN portal_state_on DATE NULL AFTER portal_state,
        ADD COLUMN portal_state_before VARCHAR(16) CHARACTER SET ascii NULL COMMENT 'what it said before the last change' AFTER portal_state_on,
        ADD CONSTRAINT legalisation_files_portal_state CHECK (portal_state IS NULL OR portal_state IN ('filed', 'paid', 'inspected', 'valued', 'accepted', 'rejected', 'grieved', 'contracted', 'settled', 'withdrawn'))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE legalisation_files
        DROP CONSTRAINT legalisation_files_portal_state,
        DROP COLUMN place, DROP COLUMN prior_no, DROP COLUMN portal_state, DROP COLUMN portal_state_on, DROP COLUMN portal_state_before
    `)
  }
}
