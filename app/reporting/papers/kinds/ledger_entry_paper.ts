import { isByHand } from '#accounts/ledger/journals/write_journal'
import { many, one, paperUrl, type PaperKind, type Section } from '#reporting/papers/paper'

/** قيد: both sides of a posted entry, and what it reverses or was reversed by. */
export const ledgerEntryPaper: PaperKind = {
  kind: 'ledger_entries',
  table: 'ledger_entries',
  permission: 'accounts.ledger.read',
  subject: 'ledger_entry',
  nav: 'ledger',
  async read(id, { locale, mayIn }) {
    const row = await one(
      `SELECT e.*, u.name_${locale} AS unit, r.id AS reversed_by FROM ledger_entries e JOIN units u ON u.id = e.unit_id
       LEFT JOIN ledger_entries r ON r.reverses_id = e.id WHERE e.id = ?`,
      id
    )
    const mayReverse =
      isByHand(row.kind) &&
      !row.reversed_by &&
      !row.reverses_id &&
      mayIn('accounts.ledger.manage', Number(row.unit_id))
    return {
      title: 'papers.titles.ledger_entries',
      number: `${row.number} / ${row.fiscal_year}`,
      unit: row.unit,
      facts: [
        { label: 'accounts.ledger_entries.total', value: row.total, type: 'money' },
        { label: 'accounts.ledger_entries.posted_on', value: row.posted_on, type: 'day' },
        { label: 'accounts.ledger_entries.description', value: row.description, wide: true },
        { label: 'accounts.ledger_entries.business_key', value: row.business_key, wide: true },
        {
          label: 'accounts.ledger_entries.reverses',
          value: row.reverses_id,
          url: paperUrl('ledger_entries', row.reverses_id),
        },
        {
          label: 'papers.reversed_by',
          value: row.reversed_by,
          url: paperUrl('ledger_entries', row.reversed_by),
        },
        ...(mayReverse
          ? [
              {
                label: 'accounts.journals.reverse',
                value: `${row.number} / ${row.fiscal_year}`,
                url: `/accounts/ledger/${id}/reversal`,
              },
            ]
          : []),
      ],
      sections: [await lines(id, locale)],
    }
  },
}

async function lines(id: number, locale: string): Promise<Section> {
  const rows = await many(
    `SELECT CONCAT(k.code, ' ', k.name_${locale === 'en' ? 'en' : 'ar'}) AS account, NULLIF(l.debit, 0) AS debit, NULLIF(l.credit, 0) AS credit, l.memo,
       COALESCE(f.name_${locale === 'en' ? 'en' : 'ar'}, '') AS fund, COALESCE(l.centre, '') AS centre
     FROM ledger_lines l JOIN ledger_accounts k ON k.id = l.account_id LEFT JOIN budget_codes f ON f.id = l.fund_id WHERE l.entry_id = ? ORDER BY l.debit = 0, l.id`,
    [id]
  )
  return {
    title: 'papers.sections.lines',
    columns: [
      { key: 'account', label: 'accounts.ledger_entries.account' },
      { key: 'memo', label: 'accounts.ledger_entries.description' },
      { key: 'fund', label: 'accounts.ledger_lines.fund' },
      { key: 'centre', label: 'accounts.journals.centre' },
      { key: 'debit', label: 'accounts.ledger_entries.debit', type: 'money' },
      { key: 'credit', label: 'accounts.ledger_entries.credit', type: 'money' },
    ],
    rows,
    empty: 'papers.none.lines',
  }
}
