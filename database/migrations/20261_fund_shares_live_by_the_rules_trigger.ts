import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER fund_shares_live_by_the_rules BEFORE UPDATE ON fund_shares FOR EACH ROW
        IF OLD.status <> 'proposed' OR NEW.unit_id <> OLD.unit_id OR NEW.number <> OLD.number OR NEW.fund_id <> OLD.fund_id
          OR NEW.month <> OLD.month OR NEW.base <> OLD.base OR NEW.rate <> OLD.rate OR NEW.amount <> OLD.amount
          OR NEW.made_by <> OLD.made_by THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a share keeps what was proposed and decided: withdraw it and propose another';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER fund_shares_live_by_the_rules')
  }
}
