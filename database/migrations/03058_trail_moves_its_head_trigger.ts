import { BaseSchema } from '@adonisjs/lucid/schema'

/** The head follows the row that follows it: one way to the database less in every act. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER trail_moves_its_head AFTER INSERT ON trail FOR EACH ROW
        UPDATE trail_heads SET seq = NEW.seq, hash = NEW.hash
        WHERE unit_id = NEW.unit_id AND seq = NEW.seq - 1 AND hash = NEW.previous_hash
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER trail_moves_its_head')
  }
}
