import { BaseSchema } from '@adonisjs/lucid/schema'

const KEEPS = `
        IF OLD.status <> 'requested' AND NOT (NEW.unit_id <=> OLD.unit_id AND NEW.fiscal_year <=> OLD.fiscal_year AND NEW.number <=> OLD.number AND NEW.kind <=> OLD.kind AND NEW.holder_user_id <=> OLD.holder_user_id AND NEW.party_id <=> OLD.party_id AND NEW.contract_no <=> OLD.contract_no AND NEW.amount <=> OLD.amount AND NEW.purpose <=> OLD.purpose) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved advance keeps its holder, kind and amount';
        END IF;`

const STEPS = `'requested>approved', 'requested>refused', 'requested>cancelled', 'approved>paid', 'approved>cancelled', 'paid>settled'`

const trigger = (steps: string, rest: string) => `
      CREATE OR REPLACE TRIGGER advances_live_by_the_rules BEFORE UPDATE ON advances FOR EACH ROW
      BEGIN
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN (${steps}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'advances: this state does not follow that one';
        END IF;${KEEPS}${rest}
      END`

/** An advance is paid by its form 50 once the bank has paid that, and unpaid when the answer is taken back. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      trigger(
        `${STEPS}, 'paid>approved'`,
        `
        IF OLD.status = 'approved' AND NEW.status = 'paid' AND NOT EXISTS (
          SELECT 1 FROM payment_vouchers v WHERE v.id = NEW.voucher_id AND v.advance_id = NEW.id AND v.status = 'executed') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an advance is paid by the form 50 that the bank has paid';
        END IF;
        IF OLD.status = 'paid' AND NEW.status = 'approved' AND (NEW.settled > 0 OR NEW.replenished > 0) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an advance that was accounted for stays paid';
        END IF;`
      )
    )
  }

  async down() {
    this.schema.raw(trigger(STEPS, ''))
  }
}
