import { one, paperUrl, type PaperKind } from '#reporting/papers/paper'
import { bankLinesSection, differencesSection, receiptsSection } from '#reporting/papers/sections'

/** حافظة توريد: what was paid in, the receipts it carries, and the bank's line for it. */
export const slipPaper: PaperKind = {
  kind: 'slips',
  table: 'deposit_slips',
  permission: 'accounts.deposits.read',
  subject: 'slip',
  nav: 'deposits',
  async read(id, { locale }) {
    const row = await one(
      `SELECT s.*, u.name_${locale} AS unit, k.name_ar AS account, k.account_no, h.name AS cashier,
         (SELECT SUM(r.amount) FROM receipts r WHERE r.unit_id = s.unit_id AND r.slip_no = s.number) AS carried
       FROM deposit_slips s JOIN units u ON u.id = s.unit_id JOIN bank_accounts k ON k.id = s.bank_account_id
       LEFT JOIN cashiers h ON h.id = s.cashier_id WHERE s.id = ?`,
      id
    )
    return {
      title: 'papers.titles.slips',
      number: row.number,
      unit: row.unit,
      facts: [
        { label: 'accounts.receipts.amount', value: row.amount, type: 'money' },
        { label: 'papers.carried', value: row.carried, type: 'money' },
        { label: 'accounts.deposits.deposited_on', value: row.deposited_on, type: 'day' },
        {
          label: 'accounts.receipts.method',
          value: row.method,
          texts: 'accounts.receipts.methods',
        },
        { label: 'accounts.bank.account', value: `${row.account} — ${row.account_no}`, wide: true },
        { label: 'accounts.receipts.cashier', value: row.cashier },
        {
          label: 'accounts.ledger_entries.number',
          value: row.ledger_entry_id,
          url: paperUrl('ledger_entries', row.ledger_entry_id),
        },
      ],
      sections: await Promise.all([
        bankLinesSection('slip_id', id),
        receiptsSection({
          title: 'papers.sections.carries',
          where: 'r.unit_id = ? AND r.slip_no = ?',
          values: [row.unit_id, row.number],
        }),
        differencesSection('slip', id),
      ]),
    }
  },
}

/** دفعة تحصيل إلكتروني: gross, commission and net, its receipts, and the bank's line. */
export const settlementPaper: PaperKind = {
  kind: 'settlements',
  table: 'settlements',
  permission: 'accounts.settlements.read',
  subject: 'settlement',
  nav: 'settlements',
  async read(id, { locale }) {
    const row = await one(
      `SELECT s.*, u.name_${locale} AS unit, k.name_ar AS account, k.account_no,
         (SELECT SUM(r.amount) FROM receipts r WHERE r.unit_id = s.unit_id AND r.batch_no = s.batch_no) AS carried
       FROM settlements s JOIN units u ON u.id = s.unit_id JOIN bank_accounts k ON k.id = s.bank_account_id WHERE s.id = ?`,
      id
    )
    return {
      title: 'papers.titles.settlements',
      number: row.batch_no,
      unit: row.unit,
      facts: [
        { label: 'accounts.settlements.gross', value: row.gross, type: 'money' },
        { label: 'accounts.settlements.commission', value: row.commission, type: 'money' },
        { label: 'accounts.settlements.net', value: row.net, type: 'money' },
        { label: 'papers.carried', value: row.carried, type: 'money' },
        { label: 'accounts.settlements.settled_on', value: row.settled_on, type: 'day' },
        { label: 'accounts.settlements.provider', value: row.provider },
        { label: 'accounts.bank.account', value: `${row.account} — ${row.account_no}`, wide: true },
        {
          label: 'accounts.ledger_entries.number',
          value: row.ledger_entry_id,
          url: paperUrl('ledger_entries', row.ledger_entry_id),
        },
      ],
      sections: await Promise.all([
        bankLinesSection('settlement_id', id),
        receiptsSection({
          title: 'papers.sections.carries',
          where: 'r.unit_id = ? AND r.batch_no = ?',
          values: [row.unit_id, row.batch_no],
        }),
        differencesSection('settlement', id),
      ]),
    }
  },
}
