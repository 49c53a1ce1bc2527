import { FACTS, factsOf, type FactKind } from '#revenue/reconciliation/judge/source'
import type { Workbench } from '#revenue/reconciliation/workbench'

interface Judgement {
  kind: FactKind
  /** Joins after `f` and the columns `disposition`, `amount`, `matched`. */
  joins: string
  disposition: string
  amount: string
  matched: string
}

const ALLOCATED = (column: string) =>
  `COALESCE((SELECT SUM(a.amount) FROM allocations a WHERE a.${column} = f.id), 0)`

const GROUP = (column: string) =>
  `LEFT JOIN bank_match_members m ON m.${column} = f.id LEFT JOIN bank_matches b ON b.id = m.match_id`

/** Is any line of the paper's group on the paper's account, or any paper of the line's on the line's? */
const ON_ACCOUNT = {
  paper: `EXISTS (SELECT 1 FROM bank_match_members o JOIN bank_lines l ON l.id = o.bank_line_id
    WHERE o.match_id = m.match_id AND l.bank_account_id = f.bank_account_id)`,
  line: `EXISTS (SELECT 1 FROM bank_match_members o LEFT JOIN deposit_slips s ON s.id = o.slip_id
    LEFT JOIN settlements t ON t.id = o.settlement_id WHERE o.match_id = m.match_id AND o.bank_line_id IS NULL
    AND COALESCE(s.bank_account_id, t.bank_account_id) = f.bank_account_id)`,
}

const RECEIPTS = (kind: string) =>
  `LEFT JOIN rw_paper_sum h ON h.kind = '${kind}' AND h.fact_id = f.id`

const PAPER = (amount: string) => `CASE WHEN m.id IS NULL THEN 'not_in_bank'
  WHEN NOT ${ON_ACCOUNT.paper} THEN 'wrong_account' WHEN b.deposited <> b.banked THEN 'amount_differs'
  WHEN f.${amount} < COALESCE(h.receipts, 0) THEN 'short' WHEN f.${amount} > COALESCE(h.receipts, 0) THEN 'over'
  ELSE 'matched' END`

const JUDGEMENTS: Judgement[] = [
  {
    kind: 'charge',
    joins: '',
    matched: ALLOCATED('charge_id'),
    amount: 'f.amount',
    disposition: "IF(j.matched = j.amount, 'paid', IF(j.matched > 0, 'part_paid', 'unpaid'))",
  },
  {
    kind: 'receipt',
    joins: `LEFT JOIN returned_cheques y ON y.receipt_id = f.id LEFT JOIN receipt_deposits x ON x.receipt_id = f.id
      LEFT JOIN rw_loose z ON z.receipt_id = f.id`,
    matched: ALLOCATED('receipt_id'),
    amount: 'f.amount',
    disposition: `CASE j.class WHEN '' THEN IF(j.matched < j.amount, 'overpaid', 'matched') ELSE j.class END`,
  },
  {
    kind: 'slip',
    joins: `${GROUP('slip_id')} ${RECEIPTS('slip')}`,
    matched: 'IF(m.id IS NULL, 0, f.amount)',
    amount: 'f.amount',
    disposition: 'j.class',
  },
  {
    kind: 'settlement',
    joins: `${GROUP('settlement_id')} ${RECEIPTS('settlement')}`,
    matched: 'IF(m.id IS NULL, 0, f.gross)',
    amount: 'f.gross',
    disposition: 'j.class',
  },
  {
    kind: 'bank_line',
    joins: `${GROUP('bank_line_id')} LEFT JOIN returned_cheques y ON y.bank_line_id = f.id`,
    matched: 'IF(m.id IS NULL AND y.receipt_id IS NULL, 0, f.amount)',
    amount: 'f.amount',
    disposition: 'j.class',
  },
]

/** Only what needs the fact's own row; the rest follows from the sums outside. */
const CLASS: Record<FactKind, string> = {
  charge: "''",
  receipt: `CASE WHEN y.receipt_id IS NOT NULL THEN 'returned'
    WHEN f.is_void = 1 THEN IF(x.receipt_id IS NULL, 'voided', 'voided_banked')
    WHEN z.is_duplicate = 1 THEN 'duplicate' WHEN z.is_expired = 1 THEN 'expired_right'
    WHEN z.receipt_id IS NOT NULL THEN 'without_charge' WHEN x.receipt_id IS NULL THEN 'not_deposited' ELSE '' END`,
  slip: PAPER('amount'),
  settlement: PAPER('gross'),
  bank_line: `CASE WHEN y.receipt_id IS NOT NULL THEN 'returned_cheque'
    WHEN m.id IS NULL THEN IF(f.amount > 0, 'without_slip', 'outside')
    WHEN NOT ${ON_ACCOUNT.line} THEN 'wrong_account' WHEN b.deposited <> b.banked THEN 'amount_differs'
    ELSE 'matched' END`,
}

/** Gives every fact exactly one disposition. Returns how many rows were added, removed or altered. */
export async function judgeFacts(bench: Workbench): Promise<number> {
  let changed = 0
  for (const judgement of JUDGEMENTS) {
    const known = await isKnown(bench, judgement.kind)
    if (known) changed += await removeGone(bench, judgement.kind)
    const { month, again } = factsOf(judgement.kind)
    changed += await write(bench, judgement, month, known)
    changed += await write(bench, judgement, again, true)
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

async function write(
  bench: Workbench,
  { kind, joins, disposition, amount, matched }: Judgement,
  [from, where]: [string, string],
  compare: boolean
): Promise<number> {
  const judged = `SELECT f.id, f.unit_id, DATE_FORMAT(f.${FACTS[kind].day}, '%Y-%m-01') AS month,
      ${amount} AS amount, ${matched} AS matched, ${CLASS[kind]} AS class
    FROM ${from} ${joins} WHERE ${where}`
  const values = `SELECT '${kind}', j.id, j.unit_id, j.month, ${disposition}, j.amount, j.matched, :run FROM (${judged}) j`
  const insert =
    'INSERT INTO dispositions (kind, fact_id, unit_id, month, disposition, amount, matched, run_id)'
  if (!compare) return bench.run(`dispositions of ${kind}`, `${insert} ${values}`)

  return bench.writes(
    `dispositions of ${kind}`,
    `${insert} ${values}
     LEFT JOIN dispositions p ON p.kind = '${kind}' AND p.fact_id = j.id
     WHERE p.fact_id IS NULL OR p.disposition <> ${disposition} OR p.amount <> j.amount OR p.matched <> j.matched
     ON DUPLICATE KEY UPDATE disposition = VALUES(disposition), amount = VALUES(amount),
       matched = VALUES(matched), run_id = VALUES(run_id)`
  )
}
