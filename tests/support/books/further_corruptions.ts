import { COPY, one, pairs, swap, type Corruption } from '#tests/support/books/corruptions'

const ALLOCATED = 'SELECT id FROM allocations'
const DEPOSITS = 'SELECT receipt_id AS id FROM receipt_deposits'
const GROUPS = 'SELECT id FROM bank_matches'
const JUDGED = 'SELECT kind, fact_id AS id FROM dispositions'
const THIS = 'WHERE kind = :kind AND fact_id = :id'
const KINDS = ['charge', 'receipt', 'slip', 'settlement', 'bank_line']
const each = (suffix: string) => KINDS.map((kind) => `${kind}_${suffix}`)
const TOTALS =
  'SELECT unit_id, month, head_id FROM revenue_month_totals WHERE due_count > 0 AND collected_count > 0'
const TOTAL = 'WHERE unit_id = :unit_id AND month = :month AND head_id = :head_id'

export const MATCH_CORRUPTIONS: Corruption[] = [
  one(
    'an allocation says less',
    ALLOCATED,
    'UPDATE allocations SET amount = amount - 0.01 WHERE id = :id',
    'charge_matched_differs'
  ),
  one(
    'an allocation says more than is owed',
    ALLOCATED,
    'UPDATE allocations SET amount = amount + 5000 WHERE id = :id',
    'receipt_overconsumed',
    'charge_overpaid_by_allocations'
  ),
  one(
    'an allocation is gone',
    ALLOCATED,
    'DELETE FROM allocations WHERE id = :id',
    'charge_matched_differs'
  ),
  one(
    'an allocation stands twice',
    ALLOCATED,
    'INSERT INTO allocations (unit_id, charge_id, receipt_id, amount, charge_amount, receipt_amount, charge_share, receipt_share, rule) SELECT unit_id, charge_id, receipt_id, amount, charge_amount, receipt_amount, charge_share, receipt_share, rule FROM allocations WHERE id = :id',
    'allocation_shares_differ',
    'charge_overpaid_by_allocations'
  ),
  one(
    'two allocations change their receipts',
    pairs('allocations', 'receipt_id', 'b.unit_id = a.unit_id'),
    swap('allocations', 'receipt_id'),
    'allocation_without_reason',
    'receipt_matched_differs'
  ),
  one(
    'an allocation skips a share',
    ALLOCATED,
    'UPDATE allocations SET charge_share = charge_share + 3 WHERE id = :id',
    'allocation_shares_differ'
  ),
  one(
    'an allocation names no rule',
    ALLOCATED,
    "UPDATE allocations SET rule = 'because' WHERE id = :id",
    'allocation_without_reason'
  ),
  one(
    'an allocation is of another unit',
    ALLOCATED,
    'UPDATE allocations SET unit_id = unit_id + 1 WHERE id = :id',
    'allocation_across_units'
  ),
  one(
    'an allocation of a run that never was',
    ALLOCATED,
    'UPDATE allocations SET run_id = 999999 WHERE id = :id',
    'match_of_unknown_run'
  ),
  one(
    'a receipt is not handed over',
    DEPOSITS,
    'DELETE FROM receipt_deposits WHERE receipt_id = :id',
    'receipt_judged_wrongly',
    'month_collected_differs'
  ),
  one(
    'a receipt is in another slip',
    'SELECT x.receipt_id AS id, s.id AS other FROM receipt_deposits x JOIN deposit_slips s ON s.id <> x.slip_id AND s.unit_id = x.unit_id',
    'UPDATE receipt_deposits SET slip_id = :other WHERE receipt_id = :id',
    'deposit_without_reason'
  ),
  one(
    'a receipt is handed over in a slip that it does not name',
    'SELECT r.id, s.id AS slip, r.unit_id FROM receipts r JOIN deposit_slips s ON s.unit_id = r.unit_id LEFT JOIN receipt_deposits x ON x.receipt_id = r.id WHERE x.receipt_id IS NULL',
    "INSERT INTO receipt_deposits (receipt_id, unit_id, slip_id, rule) VALUES (:id, :unit_id, :slip, 'slip_no')",
    'deposit_without_reason'
  ),
  one(
    'a handing over is of another unit',
    DEPOSITS,
    'UPDATE receipt_deposits SET unit_id = unit_id + 1 WHERE receipt_id = :id',
    'deposit_without_reason'
  ),
  one(
    'a group says another sum',
    GROUPS,
    'UPDATE bank_matches SET deposited = deposited + 1, banked = banked + 1 WHERE id = :id',
    'bank_group_differs'
  ),
  one('a group is gone', GROUPS, 'DELETE FROM bank_matches WHERE id = :id', 'bank_member_orphan'),
  one(
    'a group of nothing',
    GROUPS,
    "INSERT INTO bank_matches (unit_id, match_key, rule, deposited, banked) SELECT unit_id, 'k', rule, 0, 0 FROM bank_matches WHERE id = :id",
    'bank_group_incomplete'
  ),
  one(
    'a group takes another key',
    GROUPS,
    "UPDATE bank_matches SET match_key = 'EG0/00' WHERE id = :id",
    'bank_group_key_differs'
  ),
  one(
    'a member is gone',
    'SELECT id FROM bank_match_members',
    'DELETE FROM bank_match_members WHERE id = :id',
    'bank_group_incomplete',
    'bank_group_differs'
  ),
  one(
    'a member stands twice',
    'SELECT id FROM bank_match_members',
    COPY('bank_match_members', 'match_id, slip_id, settlement_id, bank_line_id'),
    'banked_twice'
  ),
  one(
    'a member moves to another group',
    'SELECT x.id, m.id AS other FROM bank_match_members x JOIN bank_matches m ON m.id <> x.match_id',
    'UPDATE bank_match_members SET match_id = :other WHERE id = :id',
    'bank_group_differs'
  ),
  one(
    'two groups change their lines',
    pairs(
      'bank_match_members',
      'bank_line_id',
      'b.bank_line_id IS NOT NULL',
      'a.bank_line_id IS NOT NULL'
    ),
    swap('bank_match_members', 'bank_line_id'),
    'bank_group_without_reason',
    'bank_group_differs'
  ),
  one(
    'a returned cheque is forgotten',
    'SELECT receipt_id AS id FROM returned_cheques',
    'DELETE FROM returned_cheques WHERE receipt_id = :id',
    'receipt_judged_wrongly'
  ),
  one(
    'a cheque returns by another line',
    'SELECT y.receipt_id AS id, l.id AS other FROM returned_cheques y JOIN bank_lines l ON l.id <> y.bank_line_id AND l.amount > 0',
    'UPDATE returned_cheques SET bank_line_id = :other WHERE receipt_id = :id',
    'returned_cheque_without_reason'
  ),
  one(
    'a fact is judged otherwise',
    `${JUDGED} WHERE disposition NOT IN ('duplicate', 'expired_right', 'without_charge')`,
    `UPDATE dispositions SET disposition = 'other' ${THIS}`,
    ...each('judged_wrongly')
  ),
  one(
    'a disposition says another amount',
    JUDGED,
    `UPDATE dispositions SET amount = amount + 0.01 ${THIS}`,
    ...each('disposition_differs')
  ),
  one(
    'a disposition says another match',
    JUDGED,
    `UPDATE dispositions SET matched = matched + 0.01 ${THIS}`,
    'charge_matched_differs',
    'receipt_matched_differs',
    ...each('judged_wrongly')
  ),
  one(
    'a disposition is of another month',
    JUDGED,
    `UPDATE dispositions SET month = month - INTERVAL 1 MONTH ${THIS}`,
    ...each('disposition_differs')
  ),
  one(
    'a disposition is of another unit',
    JUDGED,
    `UPDATE dispositions SET unit_id = unit_id + 1 ${THIS}`,
    ...each('disposition_differs')
  ),
  one(
    'a disposition is gone',
    JUDGED,
    `DELETE FROM dispositions ${THIS}`,
    ...each('without_disposition')
  ),
  one(
    'a disposition of nothing',
    JUDGED,
    'INSERT INTO dispositions (kind, fact_id, unit_id, month, disposition, amount, matched, run_id) SELECT kind, fact_id + 900000, unit_id, month, disposition, amount, matched, run_id FROM dispositions WHERE kind = :kind AND fact_id = :id',
    ...each('disposition_differs')
  ),
  one(
    'a disposition of a run that never was',
    JUDGED,
    `UPDATE dispositions SET run_id = 999999 ${THIS}`,
    'match_of_unknown_run'
  ),
  one(
    'a total says more due',
    TOTALS,
    `UPDATE revenue_month_totals SET due = due + 1 ${TOTAL}`,
    'month_total_differs'
  ),
  one(
    'a total says more matched',
    TOTALS,
    `UPDATE revenue_month_totals SET due_matched = due_matched + 1 ${TOTAL}`,
    'month_total_differs'
  ),
  one(
    'a total counts one more',
    TOTALS,
    `UPDATE revenue_month_totals SET collected_count = collected_count + 1 ${TOTAL}`,
    'month_collected_differs'
  ),
  one(
    'a total says more collected',
    TOTALS,
    `UPDATE revenue_month_totals SET collected = collected + 1 ${TOTAL}`,
    'month_collected_differs'
  ),
  one(
    'a total says less deposited',
    TOTALS,
    `UPDATE revenue_month_totals SET deposited = deposited - 1 ${TOTAL}`,
    'month_collected_differs'
  ),
  one(
    'a total says less banked',
    TOTALS,
    `UPDATE revenue_month_totals SET banked = banked - 1 ${TOTAL}`,
    'month_collected_differs'
  ),
  one(
    'a total is gone',
    TOTALS,
    `DELETE FROM revenue_month_totals ${TOTAL}`,
    'month_total_differs'
  ),
  one(
    'a total goes to another head',
    TOTALS,
    `UPDATE revenue_month_totals SET head_id = head_id + 500 ${TOTAL}`,
    'month_total_differs'
  ),
]

const IMPORTS = "SELECT id FROM imports WHERE state = 'committed'"
const RUNS = "SELECT id FROM reconciliation_runs WHERE state = 'done'"
const JOBS = "SELECT id FROM jobs WHERE state = 'done'"
const TRAIL = 'SELECT id FROM trail'
const BY_TRAIL = ['row_changed']

export const HOUSE_CORRUPTIONS: Corruption[] = [
  one(
    'an import says that more landed',
    IMPORTS,
    'UPDATE imports SET landed = landed + 1, row_count = row_count + 1 WHERE id = :id',
    'import_differs_from_trail'
  ),
  one(
    'an import counts other rows',
    IMPORTS,
    'UPDATE imports SET row_count = row_count + 1 WHERE id = :id',
    'import_rows_do_not_add_up'
  ),
  one('an import is gone', IMPORTS, 'DELETE FROM imports WHERE id = :id', 'import_lost'),
  one(
    'a committed import is called failed',
    IMPORTS,
    "UPDATE imports SET state = 'failed' WHERE id = :id",
    'import_lost'
  ),
  one(
    'an undone import is called committed',
    "SELECT id FROM imports WHERE state = 'undone'",
    "UPDATE imports SET state = 'committed', undone_at = NULL WHERE id = :id",
    'import_lost',
    'imported_bank_lines_lost'
  ),
  one(
    'an import is of another file',
    'SELECT i.id, f.id AS other FROM imports i JOIN stored_files a ON a.id = i.file_id JOIN stored_files f ON f.sha256 <> a.sha256',
    'UPDATE imports SET file_id = :other WHERE id = :id',
    'import_of_another_file'
  ),
  one(
    'a file has another print',
    'SELECT id FROM stored_files',
    'UPDATE stored_files SET sha256 = REVERSE(sha256) WHERE id = :id',
    'import_of_another_file'
  ),
  one(
    'an import forgets its moment',
    IMPORTS,
    'UPDATE imports SET committed_at = NULL WHERE id = :id',
    'import_moment_missing'
  ),
  one(
    'an import hides a refusal',
    IMPORTS,
    'UPDATE imports SET rejected = rejected + 2, row_count = row_count + 2 WHERE id = :id',
    'import_differs_from_trail'
  ),
  one('a run is gone', RUNS, 'DELETE FROM reconciliation_runs WHERE id = :id', 'run_lost'),
  one(
    'a run shows other figures',
    RUNS,
    "UPDATE reconciliation_runs SET figures = REPLACE(figures, '1', '2') WHERE id = :id",
    'run_tells_otherwise'
  ),
  one(
    'a run says that it changed nothing',
    RUNS,
    'UPDATE reconciliation_runs SET changed = 0 WHERE id = :id',
    'run_tells_otherwise'
  ),
  one(
    'a run takes another number',
    RUNS,
    'UPDATE reconciliation_runs SET run_no = run_no + 4 WHERE id = :id',
    'run_number_gap'
  ),
  one(
    'a done run is called failed',
    RUNS,
    "UPDATE reconciliation_runs SET state = 'failed' WHERE id = :id",
    'run_tells_otherwise'
  ),
  one(
    'a run is of another month',
    RUNS,
    'UPDATE reconciliation_runs SET month = month - INTERVAL 1 YEAR WHERE id = :id',
    'run_tells_otherwise'
  ),
  one(
    'a job is forgotten',
    JOBS,
    "UPDATE jobs SET state = 'queued', finished_at = NULL, created_at = NOW() - INTERVAL 3 DAY WHERE id = :id",
    'job_forgotten'
  ),
  one(
    'a job ended at no moment',
    JOBS,
    'UPDATE jobs SET finished_at = NULL WHERE id = :id',
    'job_done_without_end'
  ),
  one(
    'a job is done half',
    JOBS,
    'UPDATE jobs SET progress = 50 WHERE id = :id',
    'job_tells_otherwise'
  ),
  one(
    'a job is done and nobody did it',
    JOBS,
    'UPDATE jobs SET attempts = 0 WHERE id = :id',
    'job_tells_otherwise'
  ),
  one(
    'a flow is done before its steps',
    'SELECT id FROM jobs WHERE parent_id IS NOT NULL',
    "UPDATE jobs SET state = 'failed', error = 'x' WHERE id = :id",
    'flow_done_before_its_steps'
  ),
  one(
    'a flow is gone',
    'SELECT DISTINCT parent_id AS id FROM jobs WHERE parent_id IS NOT NULL',
    'DELETE FROM jobs WHERE id = :id',
    'job_lost'
  ),
  one(
    'a job is done, its import is not',
    'SELECT i.id FROM imports i JOIN jobs j ON JSON_VALUE(j.payload, "$.importId") = i.id',
    "UPDATE imports SET state = 'checked' WHERE id = :id",
    'effect_without_its_job'
  ),
  one(
    'somebody approves his own work',
    'SELECT id FROM approvals',
    'UPDATE approvals SET decided_by = made_by WHERE id = :id',
    'approved_own_work'
  ),
  one(
    'another document is approved',
    'SELECT id FROM approvals',
    'UPDATE approvals SET document_hash = REVERSE(document_hash) WHERE id = :id',
    'approval_differs_from_trail'
  ),
  one(
    'a refusal becomes an approval',
    "SELECT id FROM approvals WHERE decision = 'refused'",
    "UPDATE approvals SET decision = 'approved' WHERE id = :id",
    'approval_differs_from_trail',
    'approval_lost'
  ),
  one(
    'an approval is gone',
    'SELECT id FROM approvals',
    'DELETE FROM approvals WHERE id = :id',
    'approval_lost'
  ),
  one(
    'an approval that nobody gave',
    'SELECT id FROM approvals',
    "INSERT INTO approvals (unit_id, subject_type, subject_id, step, made_by, decided_by, decision, document_hash) SELECT unit_id, 'import', subject_id + 700, step, 3, 4, 'approved', document_hash FROM approvals WHERE id = :id",
    'approval_differs_from_trail'
  ),
  one(
    'somebody grants himself a role',
    'SELECT id FROM grants',
    'UPDATE grants SET granted_by = user_id WHERE id = :id',
    'approved_own_work'
  ),
  one(
    'a row of the trail says something else',
    TRAIL,
    "UPDATE trail SET after_value = '{}' WHERE id = :id",
    ...BY_TRAIL
  ),
  one(
    'a row of the trail is of another person',
    TRAIL,
    "UPDATE trail SET actor_name = 'غيره' WHERE id = :id",
    ...BY_TRAIL
  ),
  one(
    'a row of the trail is of another moment',
    TRAIL,
    'UPDATE trail SET occurred_at = occurred_at - INTERVAL 1 HOUR WHERE id = :id',
    ...BY_TRAIL
  ),
  one(
    'a row of the trail bears another hash',
    TRAIL,
    'UPDATE trail SET hash = REVERSE(hash) WHERE id = :id',
    ...BY_TRAIL
  ),
  one(
    'a row of the trail follows another',
    TRAIL,
    'UPDATE trail SET previous_hash = REVERSE(previous_hash) WHERE id = :id',
    'trail_link_broken',
    'chain_broken'
  ),
  one(
    'a row of the trail is gone',
    'SELECT t.id FROM trail t JOIN trail_heads h ON h.unit_id = t.unit_id AND t.seq < h.seq',
    'DELETE FROM trail WHERE id = :id',
    'trail_gap'
  ),
  one(
    'a row of the trail stands twice',
    TRAIL,
    COPY(
      'trail',
      'unit_id, seq, occurred_at, actor_id, actor_name, action, subject_type, subject_id, subject_label, before_value, after_value, reason, request_id, previous_hash, hash'
    ),
    'trail_number_twice'
  ),
  one(
    'two rows of the trail change places',
    pairs('trail', 'seq', 'b.unit_id = a.unit_id'),
    swap('trail', 'seq'),
    'trail_link_broken'
  ),
  one(
    'the end of a chain is cut off',
    'SELECT t.id FROM trail t JOIN trail_heads h ON h.unit_id = t.unit_id AND h.seq = t.seq',
    'DELETE FROM trail WHERE id = :id',
    'head_differs',
    'head_missing',
    'trail_head_differs',
    'cut_after_seal'
  ),
  one(
    'the end of a chain is cut off and its head set back',
    'SELECT t.id, t.unit_id, t.seq - 1 AS before_seq, t.previous_hash IS NOT NULL AS ok FROM trail t JOIN trail_heads h ON h.unit_id = t.unit_id AND h.seq = t.seq WHERE t.seq > 1',
    [
      'UPDATE trail_heads h JOIN trail t ON t.id = :id SET h.seq = :before_seq, h.hash = t.previous_hash WHERE h.unit_id = :unit_id',
      'DELETE FROM trail WHERE id = :id',
    ],
    'cut_after_seal'
  ),
  one(
    'a head runs ahead',
    'SELECT unit_id AS id FROM trail_heads',
    'UPDATE trail_heads SET seq = seq + 1 WHERE unit_id = :id',
    'head_differs'
  ),
  one(
    'a head bears another hash',
    'SELECT unit_id AS id FROM trail_heads',
    'UPDATE trail_heads SET hash = REVERSE(hash) WHERE unit_id = :id',
    'trail_head_differs'
  ),
  one(
    'a head is gone',
    'SELECT unit_id AS id FROM trail_heads',
    'DELETE FROM trail_heads WHERE unit_id = :id',
    'head_missing'
  ),
  one(
    'a seal saw other heads',
    'SELECT id FROM trail_seals',
    "UPDATE trail_seals SET heads = REPLACE(heads, '1', '2') WHERE id = :id",
    'seal_changed'
  ),
  one(
    'a seal bears another root',
    'SELECT id FROM trail_seals',
    'UPDATE trail_seals SET root = REVERSE(root) WHERE id = :id',
    'seal_changed'
  ),
  one(
    'a seal is signed by another',
    'SELECT id FROM trail_seals',
    'UPDATE trail_seals SET signature = REVERSE(signature) WHERE id = :id',
    'seal_changed'
  ),
  one(
    'a seal follows another',
    'SELECT id FROM trail_seals',
    'UPDATE trail_seals SET previous_root = REVERSE(root) WHERE id = :id',
    'seal_chain_broken'
  ),
  one(
    'the first seal is gone',
    'SELECT MIN(id) AS id FROM trail_seals',
    'DELETE FROM trail_seals WHERE id = :id',
    'seal_chain_broken'
  ),
  one(
    'a seal is of another moment',
    'SELECT MIN(id) AS id FROM trail_seals',
    'UPDATE trail_seals SET sealed_at = sealed_at + INTERVAL 9 DAY WHERE id = :id',
    'seals_out_of_order'
  ),
]
