/** One way to spoil the books: candidates to spoil, what is done to one of them, what must be named. */
export interface Corruption {
  what: string
  /** SELECT of candidates; its columns are the `:names` of the statements. */
  among: string
  does: string[]
  /** Probes or problems of the trail of which at least one must name it. */
  named: string[]
}

export const one = (
  what: string,
  among: string,
  does: string | string[],
  ...named: string[]
): Corruption => ({
  what,
  among,
  does: [does].flat(),
  named,
})

export const COPY = (table: string, columns: string) =>
  `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table} WHERE id = :id`

const ENTRIES = 'SELECT id FROM ledger_entries'
const LINES = 'SELECT id FROM ledger_lines'
const POSTED_OTHERWISE = ['receipts', 'deposit_slips', 'settlements', 'bank_lines'].map(
  (table) => `${table}_posted_otherwise`
)

/** A balanced entry posted again under another key, with its number, lines, seal and counter. */
const POST_AGAIN = [
  `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description, total, line_count)
   SELECT unit_id, posted_on, fiscal_year, :next, kind, CONCAT('again/', id), description, total, line_count FROM ledger_entries WHERE id = :id`,
  `INSERT INTO ledger_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit)
   SELECT LAST_INSERT_ID(), line_count, line_no, account_id, unit_id, posted_on, debit, credit FROM ledger_lines WHERE entry_id = :id`,
  'INSERT INTO ledger_seals (entry_id) SELECT MAX(id) FROM ledger_entries',
  `UPDATE number_counters c JOIN ledger_entries e ON e.id = :id AND e.unit_id = c.unit_id AND e.fiscal_year = c.fiscal_year
   SET c.last_number = :next WHERE c.book = 'ledger'`,
]

export const swap = (table: string, column: string, key = 'id') =>
  `UPDATE ${table} SET ${column} = CASE ${key} WHEN :id THEN :theirs ELSE :mine END WHERE ${key} IN (:id, :other)`

export const pairs = (table: string, column: string, same: string, where = '1 = 1', key = 'id') =>
  `SELECT a.${key} AS id, b.${key} AS other, a.${column} AS mine, b.${column} AS theirs FROM ${table} a JOIN ${table} b
   ON b.${key} > a.${key} AND b.${column} <> a.${column} AND ${same} WHERE ${where}`

export const LEDGER_CORRUPTIONS: Corruption[] = [
  one(
    'an entry says another total',
    ENTRIES,
    'UPDATE ledger_entries SET total = total + 0.01 WHERE id = :id',
    'ledger_entry_unbalanced'
  ),
  one(
    'an entry is gone',
    ENTRIES,
    'DELETE FROM ledger_entries WHERE id = :id',
    'ledger_line_without_entry'
  ),
  one(
    'an entry stands twice',
    ENTRIES,
    COPY(
      'ledger_entries',
      'unit_id, posted_on, fiscal_year, number, kind, business_key, description, total, line_count, import_id'
    ),
    'ledger_business_key_twice'
  ),
  one(
    'a balanced entry is posted again under another key',
    `SELECT e.id, m.next FROM ledger_entries e JOIN (SELECT unit_id, fiscal_year, MAX(number) + 1 AS next FROM ledger_entries GROUP BY unit_id, fiscal_year) m
     ON m.unit_id = e.unit_id AND m.fiscal_year = e.fiscal_year WHERE e.reverses_id IS NULL`,
    POST_AGAIN,
    ...POSTED_OTHERWISE
  ),
  one(
    'an entry moves to the next day',
    ENTRIES,
    'UPDATE ledger_entries SET posted_on = posted_on + INTERVAL 1 DAY WHERE id = :id',
    'ledger_line_differs_from_entry'
  ),
  one(
    'an entry moves to another unit',
    ENTRIES,
    'UPDATE ledger_entries SET unit_id = unit_id + 1 WHERE id = :id',
    'ledger_line_differs_from_entry'
  ),
  one(
    'an entry takes another number',
    ENTRIES,
    'UPDATE ledger_entries SET number = number + 1000 WHERE id = :id',
    'ledger_number_gap'
  ),
  one(
    'an entry moves to another year',
    ENTRIES,
    "UPDATE ledger_entries SET fiscal_year = '2019/2020' WHERE id = :id",
    'ledger_year_differs_from_day'
  ),
  one(
    'two entries change their keys',
    pairs('ledger_entries', 'business_key', 'b.id = a.id + 1'),
    swap('ledger_entries', 'business_key'),
    'ledger_key_differs_from_entry'
  ),
  one(
    'an entry becomes of another kind',
    ENTRIES,
    "UPDATE ledger_entries SET kind = 'other' WHERE id = :id",
    'ledger_key_differs_from_entry',
    'reversal_differs'
  ),
  one(
    'an entry loses what it reverses',
    'SELECT id FROM ledger_entries WHERE reverses_id IS NOT NULL',
    'UPDATE ledger_entries SET reverses_id = NULL WHERE id = :id',
    'ledger_key_differs_from_entry'
  ),
  one(
    'a reversal reverses another',
    'SELECT id FROM ledger_entries WHERE reverses_id IS NOT NULL',
    'UPDATE ledger_entries SET reverses_id = reverses_id - 7 WHERE id = :id',
    'ledger_key_differs_from_entry'
  ),
  one(
    'a line says more',
    LINES,
    'UPDATE ledger_lines SET debit = IF(debit > 0, debit + 1, 0), credit = IF(credit > 0, credit + 1, 0) WHERE id = :id',
    'ledger_entry_unbalanced'
  ),
  one(
    'a line is gone',
    LINES,
    'DELETE FROM ledger_lines WHERE id = :id',
    'ledger_entry_unbalanced'
  ),
  one(
    'a line stands twice',
    LINES,
    COPY(
      'ledger_lines',
      'entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit'
    ),
    'ledger_entry_unbalanced'
  ),
  one(
    'an entry is turned round',
    'SELECT id FROM ledger_entries',
    'UPDATE ledger_lines l JOIN (SELECT id, debit, credit FROM ledger_lines WHERE entry_id = :id) o ON o.id = l.id SET l.debit = o.credit, l.credit = o.debit',
    ...POSTED_OTHERWISE
  ),
  one(
    'a line goes to another account',
    LINES,
    'UPDATE ledger_lines SET account_id = account_id + 1 WHERE id = :id',
    ...POSTED_OTHERWISE
  ),
  one(
    'a whole entry is raised, still balanced',
    'SELECT id FROM ledger_entries WHERE reverses_id IS NULL',
    [
      'UPDATE ledger_entries SET total = total + 5 WHERE id = :id',
      'UPDATE ledger_lines l JOIN (SELECT MIN(IF(debit > 0, id, NULL)) AS d, MIN(IF(credit > 0, id, NULL)) AS c FROM ledger_lines WHERE entry_id = :id) o ON l.id IN (o.d, o.c) SET l.debit = IF(l.id = o.d, l.debit + 5, 0), l.credit = IF(l.id = o.c, l.credit + 5, 0)',
    ],
    ...POSTED_OTHERWISE
  ),
  one(
    'a line is of another day',
    LINES,
    'UPDATE ledger_lines SET posted_on = posted_on - INTERVAL 1 DAY WHERE id = :id',
    'ledger_line_differs_from_entry'
  ),
  one(
    'a line is turned negative',
    LINES,
    'UPDATE ledger_lines SET debit = -credit, credit = 0 WHERE id = :id',
    'ledger_line_two_sided',
    'ledger_entry_unbalanced'
  ),
  one(
    'a sealed entry is said to have one more place',
    ENTRIES,
    'UPDATE ledger_entries SET line_count = line_count + 1 WHERE id = :id',
    'ledger_entry_places_differ'
  ),
  one(
    'a line stands at the place of another',
    LINES,
    'UPDATE ledger_lines SET line_no = line_no + 1 WHERE id = :id',
    'ledger_entry_places_differ'
  ),
  one(
    'a line says that its entry has more places',
    LINES,
    'UPDATE ledger_lines SET line_count = line_count + 1 WHERE id = :id',
    'ledger_entry_places_differ'
  ),
  one(
    'two lines that cancel each other enter a sealed entry',
    LINES,
    [
      `INSERT INTO ledger_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit)
       SELECT entry_id, line_count, line_count + 1, account_id, unit_id, posted_on, 7, 0 FROM ledger_lines WHERE id = :id`,
      `INSERT INTO ledger_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit)
       SELECT entry_id, line_count, line_count + 2, account_id, unit_id, posted_on, 0, 7 FROM ledger_lines WHERE id = :id`,
    ],
    'ledger_entry_places_differ'
  ),
  one(
    'a seal is broken',
    ENTRIES,
    'DELETE FROM ledger_seals WHERE entry_id = :id',
    'ledger_entry_unsealed'
  ),
  one(
    'a seal without entry',
    'SELECT MAX(id) + 9 AS id FROM ledger_entries',
    'INSERT INTO ledger_seals (entry_id) VALUES (:id)',
    'ledger_seal_without_entry'
  ),
  one(
    'a counter runs ahead',
    "SELECT unit_id, fiscal_year FROM number_counters WHERE book = 'ledger'",
    "UPDATE number_counters SET last_number = last_number + 1 WHERE unit_id = :unit_id AND fiscal_year = :fiscal_year AND book = 'ledger'",
    'ledger_counter_differs'
  ),
  one(
    'a counter falls back',
    "SELECT unit_id, fiscal_year FROM number_counters WHERE book = 'ledger'",
    "UPDATE number_counters SET last_number = last_number - 1 WHERE unit_id = :unit_id AND fiscal_year = :fiscal_year AND book = 'ledger'",
    'ledger_counter_differs'
  ),
  one(
    'a counter is gone',
    "SELECT unit_id, fiscal_year FROM number_counters WHERE book = 'ledger'",
    "DELETE FROM number_counters WHERE unit_id = :unit_id AND fiscal_year = :fiscal_year AND book = 'ledger'",
    'ledger_counter_differs'
  ),
  one(
    'a counter without entries',
    'SELECT id FROM units',
    "INSERT INTO number_counters (unit_id, book, fiscal_year, last_number) VALUES (:id, 'ledger', '2031/2032', 5)",
    'counter_without_entries'
  ),
  one(
    'a month was locked before its entries came',
    "SELECT unit_id, month FROM accounting_periods WHERE state = 'locked'",
    "UPDATE accounting_periods SET changed_at = '2001-01-01' WHERE unit_id = :unit_id AND month = :month",
    'posted_in_locked_period'
  ),
]

const POSTED = 'is_void = 0 AND ledger_entry_id IS NOT NULL'

export const PAPER_CORRUPTIONS: Corruption[] = [
  one(
    'a receipt says another amount',
    `SELECT id FROM receipts WHERE ${POSTED}`,
    'UPDATE receipts SET amount = amount - 0.05 WHERE id = :id',
    'receipts_differ_from_ledger'
  ),
  one(
    'two receipts of one entry change their amounts',
    pairs('receipts', 'amount', 'b.ledger_entry_id = a.ledger_entry_id'),
    swap('receipts', 'amount'),
    'receipt_disposition_differs'
  ),
  one(
    'a receipt is of another day',
    `SELECT id FROM receipts WHERE ${POSTED}`,
    'UPDATE receipts SET received_on = received_on + INTERVAL 1 DAY WHERE id = :id',
    'receipts_posted_elsewhere'
  ),
  one(
    'a receipt was paid otherwise',
    `SELECT id FROM receipts WHERE ${POSTED}`,
    "UPDATE receipts SET method = IF(method = 'electronic', 'cash', 'electronic') WHERE id = :id",
    'receipts_posted_otherwise'
  ),
  one(
    'a receipt is of another head',
    `SELECT r.id, h.code FROM receipts r JOIN revenue_heads m ON m.code = r.head_code JOIN revenue_heads h ON h.ledger_account_id <> m.ledger_account_id WHERE ${POSTED}`,
    'UPDATE receipts SET head_code = :code WHERE id = :id',
    'receipts_posted_otherwise'
  ),
  one(
    'a receipt takes a number outside its book',
    'SELECT id FROM receipts',
    'UPDATE receipts SET number = number + 5000000 WHERE id = :id',
    'receipt_outside_its_book'
  ),
  one(
    'a receipt stands twice',
    'SELECT id FROM receipts',
    COPY(
      'receipts',
      'unit_id, book_id, number, received_on, method, amount, head_code, ledger_entry_id, import_id'
    ),
    'receipt_number_twice'
  ),
  one(
    'a receipt is gone',
    'SELECT id FROM receipts',
    'DELETE FROM receipts WHERE id = :id',
    'imported_receipts_lost'
  ),
  one(
    'a receipt that nobody posted',
    'SELECT id FROM receipts',
    "INSERT INTO receipts (unit_id, book_id, number, received_on, method, amount) SELECT unit_id, book_id, number, received_on, 'cash', 10 FROM receipts WHERE id = :id",
    'receipts_not_posted'
  ),
  one(
    'a receipt is made void',
    `SELECT id FROM receipts WHERE ${POSTED}`,
    "UPDATE receipts SET is_void = 1, void_reason = 'x' WHERE id = :id",
    'receipts_posted_otherwise'
  ),
  one(
    'a void receipt counts',
    'SELECT id FROM receipts WHERE is_void = 1',
    'UPDATE receipts SET is_void = 0 WHERE id = :id',
    'receipts_not_posted'
  ),
  one(
    'a receipt names another charge',
    'SELECT r.id FROM receipts r JOIN allocations a ON a.receipt_id = r.id WHERE r.payment_ref IS NOT NULL',
    "UPDATE receipts SET payment_ref = 'X' WHERE id = :id",
    'allocation_without_reason'
  ),
  one(
    'a receipt names another slip',
    'SELECT r.id FROM receipts r JOIN receipt_deposits x ON x.receipt_id = r.id WHERE r.slip_no IS NOT NULL',
    "UPDATE receipts SET slip_no = 'X' WHERE id = :id",
    'deposit_without_reason'
  ),
  one(
    'a receipt is of another unit',
    `SELECT id FROM receipts WHERE ${POSTED}`,
    'UPDATE receipts SET unit_id = unit_id + 1 WHERE id = :id',
    'receipts_posted_elsewhere'
  ),
  one(
    'a receipt loses its entry',
    `SELECT id FROM receipts WHERE ${POSTED}`,
    'UPDATE receipts SET ledger_entry_id = NULL WHERE id = :id',
    'receipts_not_posted'
  ),
  one(
    'a slip says another amount',
    'SELECT id FROM deposit_slips',
    'UPDATE deposit_slips SET amount = amount + 1 WHERE id = :id',
    'deposit_slips_differ_from_ledger'
  ),
  one(
    'two slips change their amounts',
    pairs('deposit_slips', 'amount', 'b.unit_id = a.unit_id'),
    swap('deposit_slips', 'amount'),
    'slip_disposition_differs'
  ),
  one(
    'a slip is gone',
    'SELECT id FROM deposit_slips',
    'DELETE FROM deposit_slips WHERE id = :id',
    'imported_deposit_slips_lost'
  ),
  one(
    'a slip stands twice',
    'SELECT id FROM deposit_slips',
    COPY(
      'deposit_slips',
      'unit_id, number, bank_account_id, deposited_on, method, amount, ledger_entry_id, import_id'
    ),
    'imported_deposit_slips_lost'
  ),
  one(
    'a slip is of another day',
    'SELECT id FROM deposit_slips',
    'UPDATE deposit_slips SET deposited_on = deposited_on - INTERVAL 1 DAY WHERE id = :id',
    'deposit_slips_posted_elsewhere'
  ),
  one(
    'a slip went to another account',
    "SELECT d.fact_id AS id FROM dispositions d WHERE d.kind = 'slip' AND d.disposition = 'matched'",
    'UPDATE deposit_slips SET bank_account_id = bank_account_id + 1 WHERE id = :id',
    'slip_judged_wrongly'
  ),
  one(
    'a slip takes another number',
    'SELECT s.id FROM deposit_slips s JOIN receipt_deposits x ON x.slip_id = s.id',
    "UPDATE deposit_slips SET number = 'X' WHERE id = :id",
    'deposit_without_reason'
  ),
  one(
    'a batch says another gross',
    'SELECT id FROM settlements',
    'UPDATE settlements SET gross = gross + 1, net = net + 1 WHERE id = :id',
    'settlements_differ_from_ledger'
  ),
  one(
    'a batch pays more commission',
    'SELECT id FROM settlements',
    'UPDATE settlements SET commission = commission + 1, net = net - 1 WHERE id = :id',
    'settlements_posted_otherwise'
  ),
  one(
    'a net is not gross less commission',
    'SELECT id FROM settlements',
    'UPDATE settlements SET net = net + 0.01 WHERE id = :id',
    'settlement_net_differs'
  ),
  one(
    'a batch is gone',
    'SELECT id FROM settlements',
    'DELETE FROM settlements WHERE id = :id',
    'imported_settlements_lost'
  ),
  one(
    'a batch stands twice',
    'SELECT id FROM settlements',
    COPY(
      'settlements',
      'unit_id, batch_no, provider, bank_account_id, settled_on, gross, commission, net, ledger_entry_id, import_id'
    ),
    'imported_settlements_lost'
  ),
  one(
    'a batch is of another day',
    'SELECT id FROM settlements',
    'UPDATE settlements SET settled_on = settled_on + INTERVAL 2 DAY WHERE id = :id',
    'settlements_posted_elsewhere'
  ),
  one(
    'a bank line says another amount',
    'SELECT id FROM bank_lines',
    'UPDATE bank_lines SET amount = amount + 1 WHERE id = :id',
    'bank_lines_differ_from_ledger'
  ),
  one(
    'a credit becomes a debit',
    'SELECT id FROM bank_lines',
    'UPDATE bank_lines SET amount = -amount WHERE id = :id',
    'bank_lines_posted_otherwise'
  ),
  one(
    'two lines of one day change their amounts',
    pairs('bank_lines', 'amount', 'b.ledger_entry_id = a.ledger_entry_id'),
    swap('bank_lines', 'amount'),
    'bank_line_disposition_differs'
  ),
  one(
    'a bank line is gone',
    'SELECT id FROM bank_lines',
    'DELETE FROM bank_lines WHERE id = :id',
    'imported_bank_lines_lost'
  ),
  one(
    'a bank line stands twice',
    'SELECT id FROM bank_lines',
    COPY(
      'bank_lines',
      'bank_account_id, unit_id, statement_no, booked_on, amount, reference, identity, ledger_entry_id, import_id'
    ),
    'bank_line_twice'
  ),
  one(
    'a bank line is of another day',
    'SELECT id FROM bank_lines',
    'UPDATE bank_lines SET booked_on = booked_on + INTERVAL 1 DAY WHERE id = :id',
    'bank_lines_posted_elsewhere'
  ),
  one(
    'a bank line is of another account',
    'SELECT l.id, o.id AS other FROM bank_lines l JOIN bank_accounts b ON b.id = l.bank_account_id JOIN bank_accounts o ON o.unit_id <> b.unit_id',
    'UPDATE bank_lines SET bank_account_id = :other WHERE id = :id',
    'bank_line_of_another_unit'
  ),
  one(
    'a bank line names another slip',
    "SELECT l.id FROM bank_lines l JOIN bank_match_members x ON x.bank_line_id = l.id JOIN bank_matches m ON m.id = x.match_id WHERE m.rule = 'deposit_reference'",
    "UPDATE bank_lines SET reference = 'X', narrative = '' WHERE id = :id",
    'bank_group_without_reason'
  ),
  one(
    'a statement closes otherwise',
    'SELECT id FROM bank_statements WHERE balances = 1',
    'UPDATE bank_statements SET closing_balance = closing_balance + 1 WHERE id = :id',
    'statement_does_not_balance'
  ),
  one(
    'a charge says another amount',
    'SELECT id FROM charges',
    'UPDATE charges SET amount = amount + 1 WHERE id = :id',
    'charge_disposition_differs'
  ),
  one(
    'a charge is gone',
    'SELECT id FROM charges',
    'DELETE FROM charges WHERE id = :id',
    'imported_charges_lost'
  ),
  one(
    'a charge is cancelled and nobody did it',
    'SELECT id FROM charges',
    "UPDATE charges SET status = 'cancelled' WHERE id = :id",
    'charge_cancelled_without_trail'
  ),
  one(
    'a charge is of another head',
    'SELECT c.id, h.id AS head FROM charges c JOIN revenue_heads h ON h.id <> c.head_id',
    'UPDATE charges SET head_id = :head WHERE id = :id',
    'month_total_differs'
  ),
]

export const TOTAL_CORRUPTIONS: Corruption[] = [
  one(
    'a total of a month says more',
    'SELECT unit_id, month, account_id FROM ledger_totals',
    'UPDATE ledger_totals SET debit = debit + 0.01 WHERE unit_id = :unit_id AND month = :month AND account_id = :account_id',
    'ledger_total_differs'
  ),
  one(
    'a total of a month is gone',
    'SELECT unit_id, month, account_id FROM ledger_totals',
    'DELETE FROM ledger_totals WHERE unit_id = :unit_id AND month = :month AND account_id = :account_id',
    'ledger_total_differs'
  ),
  one(
    'a total stands in a month of no line',
    'SELECT unit_id, month, account_id FROM ledger_totals',
    "UPDATE ledger_totals SET month = '1999-07-01' WHERE unit_id = :unit_id AND month = :month AND account_id = :account_id",
    'ledger_total_without_lines'
  ),
]
