import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE unit_closure (
        ancestor_id BIGINT UNSIGNED NOT NULL,
        descendant_id BIGINT UNSIGNED NOT NULL,
        depth SMALLINT UNSIGNED NOT NULL,
        PRIMARY KEY (ancestor_id, descendant_id),
        KEY unit_closure_descendant (descendant_id, depth),
        CONSTRAINT unit_closure_ancestor_fk FOREIGN KEY (ancestor_id) REFERENCES units (id),
        CONSTRAINT unit_closure_descendant_fk FOREIGN KEY (descendant_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('unit_closure')
  }
}
