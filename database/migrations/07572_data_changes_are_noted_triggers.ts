import { BaseSchema } from '@adonisjs/lucid/schema'

/** Tables that every page needs and few acts change. */
const NOTED = ['units', 'grants', 'role_permissions', 'revenue_heads']
const EVENTS = ['insert', 'update', 'delete']

/** Whoever changes them, by whatever way, leaves the mark in the same transaction. */
export default class extends BaseSchema {
  async up() {
    for (const table of NOTED) {
      for (const event of EVENTS) {
        this.schema.raw(`
          CREATE TRIGGER ${table}_${event}_is_noted AFTER ${event.toUpperCase()} ON ${table} FOR EACH ROW
            INSERT INTO data_changes (about, token) VALUES ('${table}', FLOOR(RAND() * 9007199254740991))
        `)
      }
    }
  }

  async down() {
    for (const table of NOTED) {
      for (const event of EVENTS) this.schema.raw(`DROP TRIGGER ${table}_${event}_is_noted`)
    }
  }
}
