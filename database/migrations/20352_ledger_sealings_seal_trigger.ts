import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Every entry from the first to the last exists and balances, and has its seal from here on; an entry of the
 * range that was sealed already ends it by the key of the seals.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_sealings_seal AFTER INSERT ON ledger_sealings FOR EACH ROW
      BEGIN
        DECLARE balanced BIGINT UNSIGNED;
        SELECT COUNT(*) INTO balanced FROM (
          SELECT e.id FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
          WHERE e.id BETWEEN NEW.first_entry_id AND NEW.last_entry_id
          GROUP BY e.id, e.total HAVING SUM(l.debit) = e.total AND SUM(l.credit) = e.total
        ) b;
        IF balanced <> NEW.last_entry_id - NEW.first_entry_id + 1 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entries of the sealing do not all balance';
        END IF;
        INSERT INTO ledger_seals (entry_id, sealing_id)
        SELECT NEW.first_entry_id + seq, NEW.id FROM seq_0_to_9999 WHERE seq <= NEW.last_entry_id - NEW.first_entry_id;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_sealings_seal')
  }
}
