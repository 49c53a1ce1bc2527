import { BaseSchema } from '@adonisjs/lucid/schema'

const STATES = "'draft,submitted,controlled,managed,signed'"
const KEEPS_FIGURES = `
        IF OLD.status <> 'draft' AND NEW.status <> 'draft' AND NOT (NEW.document_hash <=> OLD.document_hash AND NEW.debit = OLD.debit AND NEW.credit = OLD.credit) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submitted account keeps its figures: send it back first';
        END IF;`

export default class extends BaseSchema {
  async up() {
    this.schema.raw('DROP TRIGGER period_accounts_steps_in_order')
    this.schema.raw(`
      CREATE TRIGGER period_accounts_steps_in_order BEFORE UPDATE ON period_accounts FOR EACH ROW
      BEGIN
        DECLARE withdrawn BOOLEAN DEFAULT NEW.status = 'draft' AND OLD.status IN ('controlled', 'managed', 'signed')
          AND NEW.withdrawn_at IS NOT NULL AND NOT (NEW.withdrawn_at <=> OLD.withdrawn_at);
        IF withdrawn AND EXISTS (
          SELECT 1 FROM year_closings y WHERE y.unit_id = OLD.unit_id AND y.fiscal_year = OLD.fiscal_year AND y.status IN ('closed', 'approved')
        ) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'accounts of a closed year are not withdrawn';
        END IF;
        IF OLD.status = 'signed' AND NOT withdrawn THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed account stays as it is';
        END IF;
        IF NOT withdrawn AND ABS(FIND_IN_SET(NEW.status, ${STATES}) - FIND_IN_SET(OLD.status, ${STATES})) > 1 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signatures of an account follow one another';
        END IF;${KEEPS_FIGURES}
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER period_accounts_steps_in_order')
    this.schema.raw(`
      CREATE TRIGGER period_accounts_steps_in_order BEFORE UPDATE ON period_accounts FOR EACH ROW
      BEGIN
        IF OLD.status = 'signed' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed account stays as it is';
        END IF;
        IF ABS(FIND_IN_SET(NEW.status, ${STATES}) - FIND_IN_SET(OLD.status, ${STATES})) > 1 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signatures of an account follow one another';
        END IF;${KEEPS_FIGURES}
      END
    `)
  }
}
