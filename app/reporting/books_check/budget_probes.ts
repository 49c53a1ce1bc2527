import type { Invariant, Probe } from '#reporting/books_check/invariant'

/** The six figures of a line, as an auditor would list them. */
const FIGURES = ['appropriated', 'released', 'frozen', 'reserved', 'committed', 'paid']

const each = (sql: (figure: string) => string) => FIGURES.map(sql).join(', ')

const BALANCES: Probe[] = [
  {
    code: 'budget_balance_differs_from_movements',
    sql: `SELECT CONCAT('budget_lines/', x.line_id) AS subject, CONCAT('row less movements: ', ${each((f) => `'${f} ', SUM(x.${f}), ' '`)}) AS detail
          FROM (
            SELECT line_id, ${each((f) => f)}, moves FROM budget_balances
            UNION ALL
            SELECT line_id, ${each((f) => `-SUM(${f})`)}, -COUNT(*) FROM budget_movements GROUP BY line_id
          ) x GROUP BY x.line_id HAVING SUM(x.moves) <> 0 OR ${FIGURES.map((f) => `SUM(x.${f}) <> 0`).join(' OR ')}`,
  },
  {
    code: 'budget_line_without_balance',
    sql: `SELECT CONCAT('budget_lines/', l.id) AS subject, 'has no balance row' AS detail
          FROM budget_lines l LEFT JOIN budget_balances b ON b.line_id = l.id WHERE b.line_id IS NULL`,
  },
  {
    code: 'budget_line_over_its_credit',
    sql: `SELECT CONCAT('budget_lines/', line_id) AS subject, CONCAT('released ', released, ' of ', appropriated, ', taken ', frozen + reserved + committed + paid) AS detail
          FROM budget_balances WHERE released > appropriated OR frozen + reserved + committed + paid > released
             OR LEAST(appropriated, released, frozen, reserved, committed, paid) < 0`,
  },
  {
    code: 'budget_movement_of_nothing_known',
    sql: `SELECT CONCAT('budget_movements/', m.id) AS subject, CONCAT(m.kind, ' by ', m.document_type, ' ', m.document_id) AS detail
          FROM budget_movements m
          LEFT JOIN commitments c ON m.document_type = 'commitment' AND c.id = m.document_id
          LEFT JOIN virements v ON m.document_type = 'virement' AND v.id = m.document_id
          WHERE (m.document_type = 'commitment' AND (c.id IS NULL OR c.line_id <> m.line_id))
             OR (m.document_type = 'virement' AND (v.id IS NULL OR v.status <> 'approved'))`,
  },
]

/** Lines that commitments hold; other documents (a payment at once) hold nothing as reserved or committed. */
const COMMITMENTS: Probe[] = [
  {
    code: 'committed_differs_from_commitments',
    sql: `SELECT CONCAT('budget_lines/', x.line_id) AS subject, CONCAT('committed ', SUM(x.committed), ', reserved ', SUM(x.reserved), ' more than its commitments') AS detail
          FROM (
            SELECT line_id, SUM(committed) AS committed, SUM(reserved) AS reserved FROM budget_movements
              WHERE document_type = 'commitment' GROUP BY line_id
            UNION ALL
            SELECT line_id, -open_amount, -IF(status = 'reserved', amount, 0) FROM commitments
          ) x GROUP BY x.line_id HAVING SUM(x.committed) <> 0 OR SUM(x.reserved) <> 0`,
  },
  {
    code: 'commitment_differs_from_its_movements',
    sql: `SELECT CONCAT('commitments/', c.id) AS subject, CONCAT(c.status, ' ', c.amount, ', paid ', c.paid, '; moved ', COALESCE(m.committed, 0), ' committed, ', COALESCE(m.reserved, 0), ' reserved, ', COALESCE(m.paid, 0), ' paid') AS detail
          FROM commitments c LEFT JOIN (
            SELECT document_id, SUM(committed) AS committed, SUM(reserved) AS reserved, SUM(paid) AS paid
            FROM budget_movements WHERE document_type = 'commitment' GROUP BY document_id) m ON m.document_id = c.id
          WHERE COALESCE(m.committed, 0) <> c.open_amount OR COALESCE(m.paid, 0) <> c.paid
             OR COALESCE(m.reserved, 0) <> IF(c.status = 'reserved', c.amount, 0)`,
  },
  {
    code: 'commitment_approved_by_its_maker',
    sql: `SELECT CONCAT('commitments/', id) AS subject, CONCAT(status, ' by ', COALESCE(approved_by, 'nobody'), ', made by ', made_by) AS detail
          FROM commitments WHERE approved_by = made_by OR (status IN ('committed', 'settled', 'carried') AND (approved_by IS NULL OR appropriation_no IS NULL))`,
  },
  {
    code: 'carried_commitment_without_the_next',
    sql: `SELECT CONCAT('commitments/', c.id) AS subject, CONCAT('carried ', c.amount - c.paid, ', goes on with ', COALESCE(m.committed, 'nothing')) AS detail
          FROM commitments c LEFT JOIN commitments n ON n.carried_from_id = c.id
          LEFT JOIN budget_movements m ON m.document_type = 'commitment' AND m.document_id = n.id AND m.kind = 'carry' AND m.committed > 0
          WHERE (c.status = 'carried' AND (n.id IS NULL OR m.id IS NULL OR m.committed <> c.amount - c.paid))
             OR (c.status <> 'carried' AND n.id IS NOT NULL)`,
  },
]

const VIREMENTS: Probe[] = [
  {
    code: 'virement_differs_from_its_movements',
    sql: `SELECT CONCAT('virements/', x.virement_id, '/line/', x.line_id) AS subject, CONCAT('says and moves differ by ', SUM(x.amount)) AS detail
          FROM (
            SELECT l.virement_id, l.line_id, l.amount FROM virement_lines l JOIN virements v ON v.id = l.virement_id AND v.status = 'approved'
            UNION ALL
            SELECT document_id, line_id, -appropriated FROM budget_movements WHERE document_type = 'virement'
          ) x GROUP BY x.virement_id, x.line_id HAVING SUM(x.amount) <> 0`,
  },
  {
    code: 'virement_out_of_balance',
    sql: `SELECT CONCAT('virements/', v.id) AS subject, CONCAT('sums to ', COALESCE(SUM(l.amount), 'nothing')) AS detail
          FROM virements v LEFT JOIN virement_lines l ON l.virement_id = v.id GROUP BY v.id, v.amount
          HAVING COALESCE(SUM(l.amount), 1) <> 0 OR SUM(IF(l.amount > 0, l.amount, 0)) <> v.amount`,
  },
  {
    code: 'virement_without_two_hands',
    sql: `SELECT CONCAT('virements/', id) AS subject, CONCAT(scope, ' approved by ', COALESCE(approved_by, 'nobody'), ' and ', COALESCE(first_approved_by, 'nobody')) AS detail
          FROM virements WHERE status = 'approved' AND (approved_by IS NULL OR approved_by = made_by OR decision_no IS NULL
            OR (scope = 'funds' AND (first_approved_by IS NULL OR first_approved_by IN (approved_by, made_by))))`,
  },
]

/** What funds gave each other and owe the treasury stands in the ledger, as their documents say. */
const FUNDS: Probe[] = [
  {
    code: 'fund_share_differs_from_its_entry',
    sql: `SELECT CONCAT('fund_shares/', s.id) AS subject, CONCAT(s.status, ' ', s.amount, ', entered ', COALESCE(e.total, 'nothing')) AS detail
          FROM fund_shares s LEFT JOIN ledger_entries e ON e.id = s.entry_id AND e.business_key = CONCAT('fund_share/', s.id)
          WHERE (s.status = 'approved' AND (e.id IS NULL OR e.total <> s.amount OR e.unit_id <> s.unit_id))
             OR (s.status <> 'approved' AND s.entry_id IS NOT NULL)`,
  },
  {
    code: 'fund_share_approved_by_its_maker',
    sql: `SELECT CONCAT('fund_shares/', id) AS subject, CONCAT('by ', COALESCE(approved_by, 'nobody'), ', made by ', made_by) AS detail
          FROM fund_shares WHERE approved_by = made_by OR (status = 'approved' AND approved_by IS NULL)`,
  },
  {
    code: 'fund_transfer_differs_from_its_entry',
    sql: `SELECT CONCAT('virements/', v.id) AS subject, CONCAT('between funds ', COALESCE(g.given, 0), ', entered on both sides ', COALESCE(e.total, 'nothing')) AS detail
          FROM virements v LEFT JOIN ledger_entries e ON e.id = v.entry_id AND e.business_key = CONCAT('virement/', v.id, '/funds')
          LEFT JOIN (
            SELECT f.virement_id, SUM(IF(f.amount > 0, f.amount, 0)) AS given FROM (
              SELECT l.virement_id, b.fund_id, SUM(l.amount) AS amount FROM virement_lines l JOIN budget_lines b ON b.id = l.line_id
              GROUP BY l.virement_id, b.fund_id) f
            GROUP BY f.virement_id) g ON g.virement_id = v.id
          WHERE v.scope = 'funds' AND v.status = 'approved' AND COALESCE(g.given, 0) > 0 AND (e.id IS NULL OR e.total <> g.given * 2)`,
  },
]

/** I3: what lines of the budget stand at is what was moved, and what their documents say. */
export const BUDGET: Invariant[] = [
  {
    id: 'I3',
    name: {
      ar: 'أرصدة الموازنة متفقة مع حركتها ومع الارتباطات والنقل',
      en: 'Balances of the budget agree with their movements, commitments and virements',
    },
    probes: [...BALANCES, ...COMMITMENTS, ...VIREMENTS, ...FUNDS],
  },
]
