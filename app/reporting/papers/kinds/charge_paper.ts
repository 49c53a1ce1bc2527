import { one, paperUrl, type PaperKind } from '#reporting/papers/paper'
import { billSections, differencesSection, receiptsSection } from '#reporting/papers/sections'

/** مستحق: what is due, who owes it, and the receipts that paid it. */
export const chargePaper: PaperKind = {
  kind: 'charges',
  table: 'charges',
  permission: 'revenue.charges.read',
  subject: 'charge',
  nav: 'charges',
  async read(id, { locale }) {
    const row = await one(
      `SELECT c.*, h.name_${locale} AS head, u.name_${locale} AS unit, a.site_no, a.name AS asset, g.right_no, p.name AS party,
         d.matched, IF(c.status = 'cancelled', 'cancelled', COALESCE(d.disposition, 'not_reconciled')) AS state
       FROM charges c JOIN revenue_heads h ON h.id = c.head_id JOIN units u ON u.id = c.unit_id
       LEFT JOIN assets a ON a.id = c.asset_id LEFT JOIN rights g ON g.id = c.right_id LEFT JOIN parties p ON p.id = c.party_id
       LEFT JOIN dispositions d ON d.kind = 'charge' AND d.fact_id = c.id WHERE c.id = ?`,
      id
    )
    const tone = row.state === 'paid' ? 'success' : row.state === 'unpaid' ? 'danger' : 'warning'
    return {
      title: 'papers.titles.charges',
      number: row.payment_ref,
      unit: row.unit,
      badge: { code: row.state, texts: 'revenue.charges.states', tone },
      facts: [
        { label: 'revenue.charges.amount', value: row.amount, type: 'money' },
        { label: 'revenue.charges.paid', value: row.matched, type: 'money' },
        { label: 'revenue.charges.head', value: row.head },
        { label: 'revenue.charges.period', value: row.period, type: 'month' },
        { label: 'revenue.charges.due_on', value: row.due_on, type: 'day' },
        {
          label: 'registry.rights.party',
          value: row.party,
          url: paperUrl('parties', row.party_id),
        },
        {
          label: 'registry.rights.right_no',
          value: row.right_no,
          url: paperUrl('rights', row.right_id),
        },
        {
          label: 'registry.assets.site_no',
          value: row.site_no,
          url: paperUrl('assets', row.asset_id),
        },
      ],
      sections: [
        ...(await billSections(id)),
        ...(await Promise.all([
          receiptsSection({
            title: 'papers.sections.paid_by',
            join: 'JOIN allocations x ON x.receipt_id = r.id',
            where: 'x.charge_id = ?',
            values: [id],
            select: ', x.amount AS allocated, x.rule',
            columns: [
              { key: 'allocated', label: 'papers.allocated', type: 'money' },
              { key: 'rule', label: 'papers.rule', texts: 'papers.rules' },
            ],
          }),
          differencesSection('charge', id),
        ])),
      ],
    }
  },
}
