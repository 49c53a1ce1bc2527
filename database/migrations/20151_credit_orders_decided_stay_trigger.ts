import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER credit_orders_decided_stay BEFORE UPDATE ON credit_orders FOR EACH ROW
        IF OLD.status <> 'proposed' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decided credit order stays as it is: another order changes it';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER credit_orders_decided_stay')
  }
}
