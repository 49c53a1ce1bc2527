import { amountInWords } from '#core/amount_in_words'
import { Money } from '#core/money'
import { many, one, paperUrl, type PaperKind, type Section } from '#reporting/papers/paper'
import { differencesSection } from '#reporting/papers/sections'

/** إيصال 33 ع.ح: who paid what, which charges it settled, and where the money went from there. */
export const receiptPaper: PaperKind = {
  kind: 'receipts',
  table: 'receipts',
  permission: 'accounts.receipts.read',
  subject: 'receipt',
  nav: 'receipts',
  async read(id, { locale }) {
    const row = await one(
      `SELECT r.*, b.book_no, u.name_${locale} AS unit, k.name AS cashier, t.slip_id, t.settlement_id,
         s.id AS named_slip, z.id AS named_batch
       FROM receipts r JOIN receipt_books b ON b.id = r.book_id JOIN units u ON u.id = r.unit_id
       LEFT JOIN cashiers k ON k.id = b.cashier_id LEFT JOIN receipt_deposits t ON t.receipt_id = r.id
       LEFT JOIN deposit_slips s ON s.unit_id = r.unit_id AND s.number = r.slip_no
       LEFT JOIN settlements z ON z.unit_id = r.unit_id AND z.batch_no = r.batch_no WHERE r.id = ?`,
      id
    )
    return {
      title: 'papers.titles.receipts',
      number: `${row.book_no}/${row.number}`,
      unit: row.unit,
      badge: {
        code: row.is_void ? 'void' : 'valid',
        texts: 'accounts.receipts.states',
        tone: row.is_void ? 'danger' : 'success',
      },
      facts: [
        { label: 'accounts.receipts.amount', value: row.amount, type: 'money' },
        {
          label: 'papers.in_words',
          value: amountInWords(Money.of(row.amount), locale),
          wide: true,
        },
        { label: 'accounts.receipts.received_on', value: row.received_on, type: 'day' },
        { label: 'accounts.receipts.payer', value: row.payer_name },
        {
          label: 'accounts.receipts.method',
          value: row.method,
          texts: 'accounts.receipts.methods',
        },
        { label: 'accounts.receipts.payment_ref', value: row.payment_ref },
        { label: 'accounts.receipts.right_no', value: row.right_no },
        { label: 'registry.assets.site_no', value: row.site_no },
        { label: 'accounts.receipts.cheque_no', value: row.cheque_no },
        {
          label: 'accounts.receipts.deposit',
          value: row.slip_no ?? row.batch_no,
          url: row.slip_no
            ? paperUrl('slips', row.slip_id ?? row.named_slip)
            : paperUrl('settlements', row.settlement_id ?? row.named_batch),
        },
        { label: 'accounts.receipts.cashier', value: row.cashier },
        ...(row.is_void
          ? [{ label: 'accounts.receipts.void_reason', value: row.void_reason }]
          : []),
        {
          label: 'accounts.ledger_entries.number',
          value: row.ledger_entry_id,
          url: paperUrl('ledger_entries', row.ledger_entry_id),
        },
      ],
      sections: [await paid(id), await differencesSection('receipt', id)],
    }
  },
}

async function paid(id: number): Promise<Section> {
  const rows = await many(
    `SELECT c.id, c.payment_ref, c.period, c.amount, x.amount AS allocated, x.rule, x.evidence
     FROM allocations x JOIN charges c ON c.id = x.charge_id WHERE x.receipt_id = ? ORDER BY x.receipt_share`,
    [id]
  )
  return {
    title: 'papers.sections.paid',
    columns: [
      { key: 'payment_ref', label: 'revenue.charges.payment_ref' },
      { key: 'period', label: 'revenue.charges.period', type: 'month' },
      { key: 'amount', label: 'revenue.charges.amount', type: 'money' },
      { key: 'allocated', label: 'papers.allocated', type: 'money' },
      { key: 'rule', label: 'papers.rule', texts: 'papers.rules' },
      { key: 'evidence', label: 'papers.evidence' },
    ],
    rows: rows.map((row) => ({ ...row, url: paperUrl('charges', row.id) })),
    empty: 'papers.none.charges',
  }
}
