import { many, paperUrl, type Section } from '#reporting/papers/paper'

const receiptColumns = [
  { key: 'number', label: 'accounts.receipts.number' },
  { key: 'received_on', label: 'accounts.receipts.received_on', type: 'day' as const },
  { key: 'payer_name', label: 'accounts.receipts.payer' },
  { key: 'method', label: 'accounts.receipts.method', texts: 'accounts.receipts.methods' },
  { key: 'amount', label: 'accounts.receipts.amount', type: 'money' as const },
]

const RECEIPT = `r.id, CONCAT(b.book_no, '/', r.number) AS number, r.received_on, r.payer_name, r.method, r.amount`

/** Receipts by a condition over `r` (receipts); `join` brings what the extra columns need. */
export async function receiptsSection(asked: {
  title: string
  join?: string
  where: string
  values: unknown[]
  select?: string
  columns?: Section['columns']
}): Promise<Section> {
  const rows = await many(
    `SELECT ${RECEIPT}${asked.select ?? ''} FROM receipts r JOIN receipt_books b ON b.id = r.book_id ${asked.join ?? ''}
     WHERE ${asked.where} ORDER BY r.received_on, b.book_no, r.number`,
    asked.values
  )
  return {
    title: asked.title,
    columns: [...receiptColumns, ...(asked.columns ?? [])],
    rows: rows.map((row) => ({ ...row, url: paperUrl('receipts', row.id) })),
    empty: 'papers.none.receipts',
  }
}

/** Charges by a condition over `c`. */
export async function chargesSection(
  title: string,
  where: string,
  values: unknown[]
): Promise<Section> {
  const rows = await many(
    `SELECT c.id, c.payment_ref, c.period, c.due_on, c.amount, d.matched,
       IF(c.status = 'cancelled', 'cancelled', COALESCE(d.disposition, 'not_reconciled')) AS state
     FROM charges c LEFT JOIN dispositions d ON d.kind = 'charge' AND d.fact_id = c.id
     WHERE ${where} ORDER BY c.due_on DESC, c.id DESC`,
    values
  )
  return {
    title,
    columns: [
      { key: 'payment_ref', label: 'revenue.charges.payment_ref' },
      { key: 'period', label: 'revenue.charges.period', type: 'month' },
      { key: 'due_on', label: 'revenue.charges.due_on', type: 'day' },
      { key: 'state', label: 'revenue.charges.state', texts: 'revenue.charges.states' },
      { key: 'amount', label: 'revenue.charges.amount', type: 'money' },
      { key: 'matched', label: 'revenue.charges.paid', type: 'money' },
    ],
    rows: rows.map((row) => ({ ...row, url: paperUrl('charges', row.id) })),
    empty: 'papers.none.charges',
  }
}

/** Rights by a condition over `g` (rights), `a` (assets) and `p` (parties). */
export async function rightsSection(
  title: string,
  where: string,
  values: unknown[]
): Promise<Section> {
  const rows = await many(
    `SELECT g.id, g.right_no, g.kind, a.site_no, p.name AS party, g.valid_from, g.valid_to - INTERVAL 1 DAY AS valid_until, g.period_amount
     FROM rights g JOIN assets a ON a.id = g.asset_id JOIN parties p ON p.id = g.party_id
     WHERE ${where} ORDER BY g.valid_from DESC, g.id DESC`,
    values
  )
  return {
    title,
    columns: [
      { key: 'right_no', label: 'registry.rights.right_no' },
      { key: 'kind', label: 'registry.rights.kind', texts: 'registry.rights.kinds' },
      { key: 'site_no', label: 'registry.assets.site_no' },
      { key: 'party', label: 'registry.rights.party' },
      { key: 'valid_from', label: 'registry.rights.valid_from', type: 'day' },
      { key: 'valid_until', label: 'registry.rights.valid_until', type: 'day' },
      { key: 'period_amount', label: 'registry.rights.period_amount', type: 'money' },
    ],
    rows: rows.map((row) => ({ ...row, url: paperUrl('rights', row.id) })),
    empty: 'papers.none.rights',
  }
}

/** Bank lines of the groups that hold a slip or a batch. */
export async function bankLinesSection(
  member: 'slip_id' | 'settlement_id',
  id: number
): Promise<Section> {
  const rows = await many(
    `SELECT l.id, l.booked_on, k.name_ar AS account, l.reference, l.amount, m.rule
     FROM bank_match_members mine JOIN bank_matches m ON m.id = mine.match_id
     JOIN bank_match_members x ON x.match_id = m.id AND x.bank_line_id IS NOT NULL
     JOIN bank_lines l ON l.id = x.bank_line_id JOIN bank_accounts k ON k.id = l.bank_account_id
     WHERE mine.${member} = ? ORDER BY l.booked_on, l.id`,
    [id]
  )
  return {
    title: 'papers.sections.bank_lines',
    columns: [
      { key: 'booked_on', label: 'accounts.bank_lines.booked_on', type: 'day' },
      { key: 'account', label: 'accounts.bank.account' },
      { key: 'reference', label: 'accounts.bank_lines.reference' },
      { key: 'rule', label: 'papers.rule', texts: 'papers.rules' },
      { key: 'amount', label: 'accounts.receipts.amount', type: 'money' },
    ],
    rows: rows.map((row) => ({ ...row, url: paperUrl('bank_lines', row.id) })),
    empty: 'papers.none.bank_lines',
  }
}

/** What the reconciliation says is wrong with a paper. */
export async function differencesSection(subject: string, id: number): Promise<Section> {
  const rows = await many(
    `SELECT id, code, month, amount, arose_on, state FROM differences
     WHERE subject_type = ? AND subject_id = ? ORDER BY month DESC, id DESC`,
    [subject, id]
  )
  return {
    title: 'papers.sections.differences',
    columns: [
      { key: 'code', label: 'papers.difference', texts: 'papers.differences' },
      { key: 'month', label: 'papers.month', type: 'month' },
      { key: 'arose_on', label: 'papers.arose_on', type: 'day' },
      { key: 'state', label: 'papers.state', texts: 'papers.difference_states' },
      { key: 'amount', label: 'accounts.receipts.amount', type: 'money' },
    ],
    rows: rows.map((row) => ({ ...row, url: `/revenue/differences/${row.id}` })),
    empty: 'papers.none.differences',
  }
}

/** What a charge of the house bills: its source, days, basis and credit; nothing for charges of files. */
export async function billSections(chargeId: number): Promise<Section[]> {
  const rows = await many(
    `SELECT b.source, b.period, b.days, b.accrued, b.credit_used, b.basis,
       (SELECT COALESCE(SUM(k.amount), 0) FROM bill_credits k WHERE k.bill_id = b.id) AS credited
     FROM bills b WHERE b.charge_id = ?`,
    [chargeId]
  )
  if (rows.length === 0) return []
  const section: Section = {
    title: 'revenue.bills.section',
    columns: [
      { key: 'source', label: 'revenue.bills.source', texts: 'revenue.bills.sources' },
      { key: 'period', label: 'revenue.charges.period', type: 'month' },
      { key: 'days', label: 'revenue.bills.days' },
      { key: 'basis', label: 'revenue.bills.basis' },
      { key: 'accrued', label: 'revenue.bills.accrued', type: 'money' },
      { key: 'credit_used', label: 'revenue.bills.credit_used', type: 'money' },
      { key: 'credited', label: 'revenue.bills.credited', type: 'money' },
    ],
    rows,
    empty: 'papers.none.charges',
  }
  return [section]
}
