import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE register_locks (
        place INT NOT NULL PRIMARY KEY COMMENT 'tenth-degree cell of the ground; changes of shape in it take turns'
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('register_locks')
  }
}
