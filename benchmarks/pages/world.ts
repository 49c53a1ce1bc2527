import type { Owner } from '../owner.js'

/** The month that the pages show; the charges are of the twelve months that end with it. */
export const MONTH = '2026-10-01'
const MONTHS = 12
const SITE_OF = 100

/** A governorate of `rows` charges as it stands after its months were reconciled, by SQL alone. */
export async function fillPages(owner: Owner, rows: number): Promise<void> {
  const sites = Math.ceil(rows / SITE_OF)
  const seq = (upto: number) => `seq_1_to_${upto}`
  await owner.query(`CREATE OR REPLACE TABLE bench_units AS
    SELECT ROW_NUMBER() OVER (ORDER BY c.descendant_id) - 1 AS at, c.descendant_id AS unit_id FROM units g
    JOIN unit_closure c ON c.ancestor_id = g.id AND c.depth = 1 WHERE g.code = 'EG-FYM'`)
  const [{ n } = { n: 0 }] = (await owner.query('SELECT COUNT(*) AS n FROM bench_units')) as {
    n: number
  }[]
  const unitOf = (seqAt: string) => `JOIN bench_units b ON b.at = ${seqAt} MOD ${Number(n)}`
  await owner.query(`INSERT INTO parties (id, unit_id, party_no, kind, name, folded_name)
    SELECT s.seq, b.unit_id, CONCAT('P', s.seq), 'organisation', CONCAT('شركة النيل للإعلان ', s.seq), CONCAT('شركه النيل للاعلان ', s.seq)
    FROM ${seq(sites)} s ${unitOf('s.seq')}`)
  await owner.query(`INSERT INTO assets (id, code, unit_id, class_id, site_no, name, street, search_text)
    SELECT s.seq, CONCAT('EG-FYM-AD-', s.seq), b.unit_id, (SELECT MIN(id) FROM asset_classes), CONCAT('S', s.seq), CONCAT('لوحة إعلانية ', s.seq), 'شارع الجمهورية', CONCAT('s', s.seq)
    FROM ${seq(sites)} s ${unitOf('s.seq')}`)
  await owner.query(`INSERT INTO rights (id, unit_id, asset_id, party_id, right_no, kind, valid_from, valid_to, billing, period_amount)
    SELECT s.seq, b.unit_id, s.seq, s.seq, CONCAT('R', s.seq), 'licence', '2025-01-01', '2028-01-01', 'monthly', 1000 FROM ${seq(sites)} s ${unitOf('s.seq')}`)
  await owner.query(`INSERT INTO charges (id, unit_id, head_id, right_id, asset_id, party_id, payment_ref, period, due_on, amount)
    SELECT x.id, b.unit_id, h.id, x.site, x.site, x.site, CONCAT('C', x.id), x.period, x.period + INTERVAL x.id MOD 28 DAY, 100 + x.id MOD 9000
    FROM (SELECT s.seq AS id, 1 + (s.seq - 1) MOD ${sites} AS site, '${MONTH}' - INTERVAL (s.seq DIV ${sites}) MOD ${MONTHS} MONTH AS period FROM ${seq(rows)} s) x
    JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS at FROM revenue_heads ORDER BY id LIMIT 4) h ON h.at = x.id MOD 4
    ${unitOf('x.site')} ORDER BY x.id`)
  await owner.query(`INSERT INTO reconciliation_runs (unit_id, month, run_no, state, rules, changed, figures, finished_at)
    SELECT g.id, '${MONTH}' - INTERVAL m.seq MONTH, 1, 'done', '[]', 0, '{}', NOW(3) FROM units g JOIN seq_0_to_${MONTHS - 1} m WHERE g.code = 'EG-FYM'`)
  const run = `JOIN reconciliation_runs r ON r.month = c.period`
  await owner.query(`INSERT INTO dispositions (kind, fact_id, unit_id, month, disposition, amount, matched, run_id)
    SELECT 'charge', c.id, c.unit_id, c.period, CASE WHEN c.id MOD 100 < 92 THEN 'paid' WHEN c.id MOD 100 < 95 THEN 'part_paid' ELSE 'unpaid' END, c.amount,
      CASE WHEN c.id MOD 100 < 92 THEN c.amount WHEN c.id MOD 100 < 95 THEN ROUND(c.amount / 2, 2) ELSE 0 END, r.id
    FROM charges c ${run} ORDER BY c.id`)
  await owner.query(`INSERT INTO differences (unit_id, month, code, subject_type, subject_id, subject_key, head_id, party_name, amount, arose_on, opened_run_id)
    SELECT d.unit_id, d.month, d.disposition, 'charge', c.id, c.payment_ref, c.head_id, p.name, d.amount - d.matched, c.due_on, d.run_id
    FROM dispositions d JOIN charges c ON c.id = d.fact_id JOIN parties p ON p.id = c.party_id WHERE d.disposition IN ('unpaid', 'part_paid')`)
  await owner.query(`INSERT INTO revenue_month_totals (unit_id, month, head_id, due_count, due, due_matched, collected_count, collected, deposited, banked, run_id)
    SELECT d.unit_id, d.month, c.head_id, COUNT(*), SUM(d.amount), SUM(d.matched), SUM(d.matched > 0), SUM(d.matched), SUM(d.matched), SUM(d.matched), MIN(d.run_id)
    FROM dispositions d JOIN charges c ON c.id = d.fact_id GROUP BY d.unit_id, d.month, c.head_id`)
  await owner.query('DROP TABLE bench_units')
  await owner.query(
    'ANALYZE TABLE charges, dispositions, differences, revenue_month_totals, parties, assets, rights'
  )
}
