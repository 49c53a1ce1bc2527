import { fieldCipher } from '#core/field_cipher'
import { one, paperUrl, type PaperKind } from '#reporting/papers/paper'
import { chargesSection, differencesSection, rightsSection } from '#reporting/papers/sections'

/** موقع أو أصل: what it is, where it lies, who held it and what it earned. */
export const assetPaper: PaperKind = {
  kind: 'assets',
  table: 'assets',
  permission: 'registry.assets.read',
  subject: 'asset',
  nav: 'sites',
  async read(id, { locale }) {
    const row = await one(
      `SELECT a.*, k.name_${locale} AS class, u.name_${locale} AS unit FROM assets a
       JOIN asset_classes k ON k.id = a.class_id JOIN units u ON u.id = a.unit_id WHERE a.id = ?`,
      id
    )
    const use = row.is_in_use === null ? 'unknown' : row.is_in_use ? 'yes' : 'no'
    return {
      title: 'papers.titles.assets',
      number: row.site_no,
      unit: row.unit,
      badge: {
        code: use,
        texts: 'registry.assets.uses',
        tone: use === 'yes' ? 'success' : use === 'no' ? 'neutral' : 'warning',
      },
      facts: [
        { label: 'registry.assets.name', value: row.name, wide: true },
        { label: 'registry.assets.code', value: row.code },
        { label: 'registry.assets.class', value: row.class },
        { label: 'registry.assets.street', value: row.street },
        {
          label: 'registry.assets.street_grade',
          value: row.street_grade,
          texts: 'registry.assets.grades',
        },
        {
          label: 'registry.assets.size',
          value: row.width_m && row.height_m ? `${row.width_m} × ${row.height_m}` : null,
        },
        { label: 'registry.assets.area_m2', value: row.area_m2 },
        { label: 'registry.assets.faces', value: row.faces, type: 'integer' },
        { label: 'registry.assets.in_use_on', value: row.in_use_on, type: 'day' },
        { label: 'registry.assets.in_use_source', value: row.in_use_source },
      ],
      map: row.latitude ? { lat: row.latitude, lng: row.longitude } : undefined,
      sections: await Promise.all([
        rightsSection('papers.sections.rights', 'g.asset_id = ?', [id]),
        chargesSection('papers.sections.charges', 'c.asset_id = ?', [id]),
        differencesSection('asset', id),
      ]),
    }
  },
}

/** ترخيص أو عقد: who may use what, until when, and what was charged for it. */
export const rightPaper: PaperKind = {
  kind: 'rights',
  table: 'rights',
  permission: 'registry.rights.read',
  subject: 'right',
  nav: 'rights',
  async read(id, { locale }) {
    const row = await one(
      `SELECT g.*, g.valid_to - INTERVAL 1 DAY AS valid_until, a.site_no, a.name AS asset, p.name AS party, u.name_${locale} AS unit,
         IF(g.status = 'active' AND g.valid_to <= CURRENT_DATE, 'expired', g.status) AS state
       FROM rights g JOIN assets a ON a.id = g.asset_id JOIN parties p ON p.id = g.party_id JOIN units u ON u.id = g.unit_id WHERE g.id = ?`,
      id
    )
    return {
      title: 'papers.titles.rights',
      number: row.right_no,
      unit: row.unit,
      badge: {
        code: row.state,
        texts: 'registry.rights.statuses',
        tone: row.state === 'active' ? 'success' : 'warning',
      },
      facts: [
        { label: 'registry.rights.kind', value: row.kind, texts: 'registry.rights.kinds' },
        {
          label: 'registry.assets.site_no',
          value: `${row.site_no} — ${row.asset}`,
          url: paperUrl('assets', row.asset_id),
          wide: true,
        },
        {
          label: 'registry.rights.party',
          value: row.party,
          url: paperUrl('parties', row.party_id),
        },
        { label: 'registry.rights.valid_from', value: row.valid_from, type: 'day' },
        { label: 'registry.rights.valid_until', value: row.valid_until, type: 'day' },
        { label: 'registry.rights.billing', value: row.billing, texts: 'registry.rights.billings' },
        { label: 'registry.rights.period_amount', value: row.period_amount, type: 'money' },
      ],
      sections: await Promise.all([
        chargesSection('papers.sections.charges', 'c.right_id = ?', [id]),
        differencesSection('right', id),
      ]),
    }
  },
}

/** متعامل: a person or organisation; its numbers masked for those who may not see them. */
export const partyPaper: PaperKind = {
  kind: 'parties',
  table: 'parties',
  permission: 'registry.parties.read',
  subject: 'party',
  nav: 'parties',
  async read(id, { locale, mayIn }) {
    const row = await one(
      `SELECT p.*, u.name_${locale} AS unit FROM parties p JOIN units u ON u.id = p.unit_id WHERE p.id = ?`,
      id
    )
    const whole = mayIn('registry.parties.see_identity', Number(row.unit_id))
    const secret = (column: string) => {
      const sealed = row[`${column}_cipher`] as Buffer | null
      if (!sealed) return null
      const place = { table: 'parties', column, row: `${row.unit_id}/${row.party_no}` }
      const plain = fieldCipher.open(sealed.toString(), place)
      return whole ? plain : `${'•'.repeat(Math.max(0, plain.length - 3))}${plain.slice(-3)}`
    }
    return {
      title: 'papers.titles.parties',
      number: row.party_no,
      unit: row.unit,
      facts: [
        { label: 'registry.parties.name', value: row.name, wide: true },
        { label: 'registry.parties.kind', value: row.kind, texts: 'registry.parties.kinds' },
        { label: 'registry.parties.national_id', value: secret('national_id') },
        { label: 'registry.parties.tax_no', value: secret('tax_no') },
        { label: 'registry.parties.commercial_register', value: secret('commercial_register') },
        { label: 'registry.parties.phone', value: row.phone },
        { label: 'registry.parties.address', value: row.address, wide: true },
      ],
      sections: await Promise.all([
        rightsSection('papers.sections.rights', 'g.party_id = ?', [id]),
        chargesSection('papers.sections.charges', 'c.party_id = ?', [id]),
      ]),
    }
  },
}
