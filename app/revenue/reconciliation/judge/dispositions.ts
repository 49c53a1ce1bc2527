import { FACTS, factsOf, type FactKind } from '#revenue/reconciliation/judge/source'
import type { Workbench } from '#revenue/reconciliation/workbench'

interface Judgement {
  kind: FactKind
  /**
   * SELECTs of the facts, the month's own and those judged again: `id, unit_id, month, amount, matched`
   * and the disposition as `class`.
   */
  month: string
  again: string
}

const GROUP = (column: string) =>
  `LEFT JOIN bank_match_members m ON m.${column} = f.id LEFT JOIN bank_matches b ON b.id = m.match_id`

// The order is told: the tables were filled in this transaction, and their statistics know nothing of it.
/** Is any line of the paper's group on the paper's account, or any paper of the line's on the line's? */
const ON_ACCOUNT = {
  paper: `EXISTS (SELECT STRAIGHT_JOIN 1 FROM bank_match_members o FORCE INDEX (bank_match_members_match) JOIN bank_lines l ON l.id = o.bank_line_id
    WHERE o.match_id = m.match_id AND l.bank_account_id = f.bank_account_id)`,
  line: `EXISTS (SELECT STRAIGHT_JOIN 1 FROM bank_match_members o FORCE INDEX (bank_match_members_match) LEFT JOIN deposit_slips s ON s.id = o.slip_id
    LEFT JOIN settlements t ON t.id = o.settlement_id WHERE o.match_id = m.match_id AND o.bank_line_id IS NULL
    AND COALESCE(s.bank_account_id, t.bank_account_id) = f.bank_account_id)`,
}

const RECEIPTS = (kind: string) =>
  `LEFT JOIN rw_paper_sum h ON h.kind = '${kind}' AND h.fact_id = f.id`

const PAPER = (amount: string) => `CASE WHEN m.id IS NULL THEN 'not_in_bank'
  WHEN NOT ${ON_ACCOUNT.paper} THEN 'wrong_account' WHEN b.deposited <> b.banked THEN 'amount_differs'
  WHEN f.${amount} < COALESCE(h.receipts, 0) THEN 'short' WHEN f.${amount} > COALESCE(h.receipts, 0) THEN 'over'
  ELSE 'matched' END`

const LINE = `CASE WHEN y.receipt_id IS NOT NULL THEN 'returned_cheque'
  WHEN m.id IS NULL THEN IF(f.amount > 0, 'without_slip', 'outside')
  WHEN NOT ${ON_ACCOUNT.line} THEN 'wrong_account' WHEN b.deposited <> b.banked THEN 'amount_differs'
  ELSE 'matched' END`

const RECEIPT = `CASE WHEN n.is_returned = 1 THEN 'returned'
  WHEN n.is_void = 1 THEN IF(n.slip_id IS NULL AND n.settlement_id IS NULL, 'voided', 'voided_banked')
  WHEN z.is_duplicate = 1 THEN 'duplicate' WHEN z.is_expired = 1 THEN 'expired_right'
  WHEN n.matched = 0 THEN 'without_charge' WHEN n.slip_id IS NULL AND n.settlement_id IS NULL THEN 'not_deposited'
  WHEN n.matched < n.amount THEN 'overpaid' ELSE 'matched' END`

const collected = (table: string, judgement: string, joins = '') => {
  const select = (
    again: number
  ) => `SELECT n.fact_id AS id, n.unit_id, n.month, n.amount, n.matched, ${judgement} AS class
    FROM ${table} n ${joins} WHERE n.is_again = ${again}`
  return { month: select(0), again: select(1) }
}

const fromFacts = (
  kind: FactKind,
  joins: string,
  values: { amount: string; matched: string; judgement: string }
) => {
  const select = ([from, where]: [
    string,
    string,
  ]) => `SELECT STRAIGHT_JOIN f.id, f.unit_id, DATE_FORMAT(f.${FACTS[kind].day}, '%Y-%m-01') AS month,
      ${values.amount} AS amount, ${values.matched} AS matched, ${values.judgement} AS class
    FROM ${from} ${joins} WHERE ${where}`
  const { month, again } = factsOf(kind)
  return { month: select(month), again: select(again) }
}

const JUDGEMENTS: Judgement[] = [
  {
    kind: 'charge',
    ...collected(
      'rw_charge_now',
      "IF(n.matched = n.amount, 'paid', IF(n.matched > 0, 'part_paid', 'unpaid'))"
    ),
  },
  {
    kind: 'receipt',
    ...collected('rw_receipt_now', RECEIPT, 'LEFT JOIN rw_loose z ON z.receipt_id = n.fact_id'),
  },
  {
    kind: 'slip',
    ...fromFacts('slip', `${GROUP('slip_id')} ${RECEIPTS('slip')}`, {
      amount: 'f.amount',
      matched: 'IF(m.id IS NULL, 0, f.amount)',
      judgement: PAPER('amount'),
    }),
  },
  {
    kind: 'settlement',
    ...fromFacts('settlement', `${GROUP('settlement_id')} ${RECEIPTS('settlement')}`, {
      amount: 'f.gross',
      matched: 'IF(m.id IS NULL, 0, f.gross)',
      judgement: PAPER('gross'),
    }),
  },
  {
    kind: 'bank_line',
    ...fromFacts(
      'bank_line',
      `${GROUP('bank_line_id')} LEFT JOIN returned_cheques y ON y.bank_line_id = f.id`,
      {
        amount: 'f.amount',
        matched: 'IF(m.id IS NULL AND y.receipt_id IS NULL, 0, f.amount)',
        judgement: LINE,
      }
    ),
  },
]

/** Gives every fact exactly one disposition. Returns how many rows were added, removed or altered. */
export async function judgeFacts(bench: Workbench): Promise<number> {
  let changed = 0
  for (const { kind, month, again } of JUDGEMENTS) {
    const known = await isKnown(bench, kind)
    if (known) changed += await removeGone(bench, kind)
    changed += await write(bench, kind, month, known)
    changed += await write(bench, kind, again, true)
  }
  return changed
}

async function isKnown(bench: Workbench, kind: FactKind): Promise<boolean> {
  const found = await bench.count(
    `SELECT EXISTS (SELECT 1 FROM rw_unit u JOIN dispositions p ON p.unit_id = u.unit_id
       WHERE p.month = :month AND p.kind = '${kind}') AS n`
  )
  return found > 0
}

/** A cancelled charge, an import taken back: no fact, no disposition. */
async function removeGone(bench: Workbench, kind: FactKind): Promise<number> {
  const { table, counts } = FACTS[kind]
  return bench.run(
    `dispositions of ${kind}`,
    `DELETE p FROM rw_unit u JOIN dispositions p ON p.unit_id = u.unit_id AND p.month = :month AND p.kind = '${kind}'
     LEFT JOIN ${table} f ON f.id = p.fact_id AND f.unit_id = p.unit_id AND ${counts} WHERE f.id IS NULL`
  )
}

const INSERT =
  'INSERT INTO dispositions (kind, fact_id, unit_id, month, disposition, amount, matched, run_id)'

async function write(
  bench: Workbench,
  kind: FactKind,
  facts: string,
  compare: boolean
): Promise<number> {
  const values = `SELECT '${kind}', j.id, j.unit_id, j.month, j.class, j.amount, j.matched, :run FROM (${facts}) j`
  const step = `dispositions of ${kind}`
  // In the order of the primary key: pages are filled one after the other.
  if (!compare) return bench.run(step, `${INSERT} ${values} ORDER BY j.id`)

  return bench.writes(
    step,
    `${INSERT} ${values}
     LEFT JOIN dispositions p ON p.kind = '${kind}' AND p.fact_id = j.id
     WHERE p.fact_id IS NULL OR p.disposition <> j.class OR p.amount <> j.amount OR p.matched <> j.matched
     ORDER BY j.id
     ON DUPLICATE KEY UPDATE disposition = VALUES(disposition), amount = VALUES(amount),
       matched = VALUES(matched), run_id = VALUES(run_id)`
  )
}
