import { many, one, paperUrl, type PaperKind, type Section } from '#reporting/papers/paper'
import { differencesSection } from '#reporting/papers/sections'

/** سطر كشف بنك: as the bank wrote it, and the slips or batches it stands for. */
export const bankLinePaper: PaperKind = {
  kind: 'bank_lines',
  table: 'bank_lines',
  permission: 'accounts.bank.read',
  subject: 'bank_line',
  nav: 'bank',
  async read(id, { locale }) {
    const row = await one(
      `SELECT l.*, u.name_${locale} AS unit, k.name_ar AS account, k.account_no
       FROM bank_lines l JOIN units u ON u.id = l.unit_id JOIN bank_accounts k ON k.id = l.bank_account_id WHERE l.id = ?`,
      id
    )
    return {
      title: 'papers.titles.bank_lines',
      number: row.reference || String(row.id),
      unit: row.unit,
      facts: [
        { label: 'accounts.receipts.amount', value: row.amount, type: 'money' },
        { label: 'accounts.bank_lines.booked_on', value: row.booked_on, type: 'day' },
        { label: 'accounts.bank_lines.value_on', value: row.value_on, type: 'day' },
        { label: 'accounts.bank_lines.statement_no', value: row.statement_no },
        { label: 'accounts.bank.account', value: `${row.account} — ${row.account_no}`, wide: true },
        { label: 'accounts.bank_lines.reference', value: row.reference, wide: true },
        { label: 'accounts.bank_lines.narrative', value: row.narrative, wide: true },
        { label: 'accounts.bank_lines.counterparty', value: row.counterparty },
        {
          label: 'accounts.ledger_entries.number',
          value: row.ledger_entry_id,
          url: paperUrl('ledger_entries', row.ledger_entry_id),
        },
      ],
      sections: [await deposits(id), await differencesSection('bank_line', id)],
    }
  },
}

async function deposits(id: number): Promise<Section> {
  const rows = await many(
    `SELECT x.slip_id, x.settlement_id, COALESCE(s.number, z.batch_no) AS number, COALESCE(s.deposited_on, z.settled_on) AS day,
       COALESCE(s.amount, z.net) AS amount, m.rule, m.evidence
     FROM bank_match_members mine JOIN bank_matches m ON m.id = mine.match_id
     JOIN bank_match_members x ON x.match_id = m.id AND x.bank_line_id IS NULL
     LEFT JOIN deposit_slips s ON s.id = x.slip_id LEFT JOIN settlements z ON z.id = x.settlement_id
     WHERE mine.bank_line_id = ? ORDER BY x.id`,
    [id]
  )
  return {
    title: 'papers.sections.deposits',
    columns: [
      { key: 'number', label: 'accounts.receipts.deposit' },
      { key: 'day', label: 'accounts.deposits.deposited_on', type: 'day' },
      { key: 'rule', label: 'papers.rule', texts: 'papers.rules' },
      { key: 'evidence', label: 'papers.evidence' },
      { key: 'amount', label: 'accounts.receipts.amount', type: 'money' },
    ],
    rows: rows.map((row) => ({
      ...row,
      url: paperUrl('slips', row.slip_id) ?? paperUrl('settlements', row.settlement_id),
    })),
    empty: 'papers.none.deposits',
  }
}
