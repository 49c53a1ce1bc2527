import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * As 20352, and a line stands at every place of each entry; the seals name the range (20358), which their
 * keys hold them to.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_sealings_seal AFTER INSERT ON ledger_sealings FOR EACH ROW
      BEGIN
        DECLARE balanced BIGINT UNSIGNED;
        SELECT COUNT(*) INTO balanced FROM (
          SELECT e.id FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
          WHERE e.id BETWEEN NEW.first_entry_id AND NEW.last_entry_id
          GROUP BY e.id, e.total, e.line_count
          HAVING COUNT(*) = e.line_count AND SUM(l.debit) = e.total AND SUM(l.credit) = e.total
        ) b;
        IF balanced <> NEW.last_entry_id - NEW.first_entry_id + 1 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entries of the sealing do not all balance';
        END IF;
        INSERT INTO ledger_seals (entry_id, first_entry_id, last_entry_id)
        SELECT NEW.first_entry_id + seq, NEW.first_entry_id, NEW.last_entry_id
        FROM seq_0_to_9999 WHERE seq <= NEW.last_entry_id - NEW.first_entry_id;
      END
    `)
  }

  async down() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_sealings_seal AFTER INSERT ON ledger_sealings FOR EACH ROW
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
}
