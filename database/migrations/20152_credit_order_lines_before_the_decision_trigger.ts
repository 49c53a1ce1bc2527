import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER credit_order_lines_before_the_decision BEFORE INSERT ON credit_order_lines FOR EACH ROW
        IF (SELECT status FROM credit_orders WHERE id = NEW.order_id) <> 'proposed' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'lines of a decided credit order stay as they are';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER credit_order_lines_before_the_decision')
  }
}
