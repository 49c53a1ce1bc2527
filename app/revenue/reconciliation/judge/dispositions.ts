import { FACTS, factsOf, type FactKind } from '#revenue/reconciliation/judge/source'
import type { Workbench } from '#revenue/reconciliation/workbench'

interface Judgement {
  kind: FactKind
  /** Where the facts are: the month's own, and those judged again. */
  month: [from: string, where: string]
  again: [from: string, where: string]
  joins: string
  /** What is written of a fact, as expressions over the tables joined. */
  values: { id: string; unit: string; month: string; amount: string; matched: string }
  judgement: string
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

const COLLECTED = {
  id: 'n.fact_id',
  unit: 'n.unit_id',
  month: 'n.month',
  amount: 'n.amount',
  matched: 'n.matched',
}

const collected = (table: string): Pick<Judgement, 'month' | 'again' | 'values'> => ({
  month: [`${table} n`, 'n.is_again = 0'],
  again: [`${table} n`, 'n.is_again = 1'],
  values: COLLECTED,
})

const fromFacts = (
  kind: FactKind,
  { amount, matched }: { amount: string; matched: string }
): Pick<Judgement, 'month' | 'again' | 'values'> => ({
  ...factsOf(kind),
  values: {
    id: 'f.id',
    unit: 'f.unit_id',
    month: `DATE_FORMAT(f.${FACTS[kind].day}, '%Y-%m-01')`,
    amount,
    matched,
  },
})

const JUDGEMENTS: Judgement[] = [
  {
    kind: 'charge',
    ...collected('rw_charge_now'),
    joins: '',
    judgement: "IF(n.matched = n.amount, 'paid', IF(n.matched > 0, 'part_paid', 'unpaid'))",
  },
  {
    kind: 'receipt',
    ...collected('rw_receipt_now'),
    joins: 'LEFT JOIN rw_loose z ON z.receipt_id = n.fact_id',
    judgement: RECEIPT,
  },
  {
    kind: 'slip',
    ...fromFacts('slip', { amount: 'f.amount', matched: 'IF(m.id IS NULL, 0, f.amount)' }),
    joins: `${GROUP('slip_id')} ${RECEIPTS('slip')}`,
    judgement: PAPER('amount'),
  },
  {
    kind: 'settlement',
    ...fromFacts('settlement', { amount: 'f.gross', matched: 'IF(m.id IS NULL, 0, f.gross)' }),
    joins: `${GROUP('settlement_id')} ${RECEIPTS('settlement')}`,
    judgement: PAPER('gross'),
  },
  {
    kind: 'bank_line',
    ...fromFacts('bank_line', {
      amount: 'f.amount',
      matched: 'IF(m.id IS NULL AND y.receipt_id IS NULL, 0, f.amount)',
    }),
    joins: `${GROUP('bank_line_id')} LEFT JOIN returned_cheques y ON y.bank_line_id = f.id`,
    judgement: LINE,
  },
]

/** Gives every fact exactly one disposition. Returns how many rows were added, removed or altered. */
export async function judgeFacts(bench: Workbench): Promise<number> {
  let changed = 0
  for (const judgement of JUDGEMENTS) {
    const { kind, month, again } = judgement
    const known = await isKnown(bench, kind)
    if (known) changed += await removeGone(bench, kind)
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

const INSERT =
  'INSERT INTO dispositions (kind, fact_id, unit_id, month, disposition, amount, matched, run_id)'

async function write(
  bench: Workbench,
  { kind, joins, values, judgement }: Judgement,
  [from, where]: [string, string],
  compare: boolean
): Promise<number> {
  const { id, unit, month, amount, matched } = values
  const step = `dispositions of ${kind}`
  const columns = `${id}, ${unit}, ${month}, ${judgement}, ${amount}, ${matched}`
  // The facts come in the order of their ids: pages are filled one after the other.
  if (!compare) {
    return bench.run(
      step,
      `${INSERT} SELECT STRAIGHT_JOIN '${kind}', ${columns}, :run FROM ${from} ${joins} WHERE ${where}`
    )
  }
  return bench.writes(
    step,
    `${INSERT} SELECT STRAIGHT_JOIN '${kind}', ${columns}, :run FROM ${from} ${joins}
     LEFT JOIN dispositions p ON p.kind = '${kind}' AND p.fact_id = ${id}
     WHERE ${where} AND (p.fact_id IS NULL OR p.disposition <> (${judgement}) OR p.amount <> ${amount} OR p.matched <> ${matched})
     ON DUPLICATE KEY UPDATE disposition = VALUES(disposition), amount = VALUES(amount),
       matched = VALUES(matched), run_id = VALUES(run_id)`
  )
}
