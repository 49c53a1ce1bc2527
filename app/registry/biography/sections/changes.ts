import db from '@adonisjs/lucid/services/db'
import { momentText } from '#registry/register/changes'
import type { BiographySection } from '#registry/biography/section'
import { changeWords, namesOf, type FactWords } from '#registry/biography/fact_words'
import { parsedFacts } from '#registry/register/changes'

export interface TimelineEntry {
  id: number
  validFrom: string
  recordedAt: Date
  by: string | null
  what: string
  url: string | null
  reason: string | null
  facts: FactWords[]
}

interface Timeline {
  entries: TimelineEntry[]
  more: number
}

/** Entries shown; the transactions page lists all. */
const SHOWN = 60

/** سجل التغييرات: every change, what stood before it and after it, who recorded it and by what. */
export const section: BiographySection<Timeline> = {
  key: 'changes',
  permission: 'registry.assets.read',
  view: 'pages/registry/assets/sections/changes',
  async load(assetId, { on, known, words }) {
    const [rows] = await db.rawQuery(
      `SELECT c.id, c.valid_from, c.recorded_at, c.reason, c.facts, c.transaction_id, c.import_id,
         t.kind, t.number, t.fiscal_year, t.decision_no, u.full_name
       FROM asset_changes c LEFT JOIN register_transactions t ON t.id = c.transaction_id
       LEFT JOIN users u ON u.id = c.recorded_by
       WHERE c.asset_id = ? AND c.valid_from <= ? AND c.recorded_at <= ?
       ORDER BY c.valid_from, c.id LIMIT 1000`,
      [assetId, on, known ?? momentText(new Date(8.64e15 / 100))]
    )
    const standing: Record<string, unknown> = {}
    const told = (rows as Record<string, any>[]).map((row) => {
      const facts = parsedFacts(row.facts) as Record<string, unknown>
      const changed = Object.entries(facts).map(([name, after]) => ({
        name,
        before: standing[name] ?? null,
        after,
      }))
      Object.assign(standing, facts)
      return { row, changed }
    })
    const shown = told.slice(-SHOWN).reverse()
    const names = await namesOf(
      shown.flatMap(({ changed }) => changed),
      words
    )
    return {
      entries: shown.map(({ row, changed }) => ({
        id: Number(row.id),
        validFrom: row.valid_from,
        recordedAt: row.recorded_at,
        by: row.full_name,
        what: row.kind
          ? words.t('registry.changes.by_transaction', {
              kind: words.t(`registry.transactions.kinds.${row.kind}`),
              number: `${row.number}`,
              year: row.fiscal_year,
            })
          : words.t(row.import_id ? 'registry.changes.by_import' : 'registry.changes.entered'),
        url: row.transaction_id
          ? `/registry/transactions/${row.transaction_id}`
          : row.import_id && `/imports/${row.import_id}`,
        reason: row.reason,
        facts: changed.map((one) => changeWords(one, names, words)),
      })),
      more: told.length - shown.length,
    }
  },
  async pdf({ entries }, { document, words }) {
    const { t } = words
    await document.table({
      columns: [
        { key: 'validFrom', heading: t('registry.changes.valid_from'), weight: 2 },
        { key: 'what', heading: t('registry.changes.what'), weight: 3 },
        { key: 'changed', heading: t('registry.changes.facts'), weight: 7 },
        { key: 'by', heading: t('registry.changes.by'), weight: 2 },
      ],
      rows: entries.map((entry) => ({
        validFrom: entry.validFrom,
        what: entry.what,
        by: entry.by ?? '—',
        changed: entry.facts
          .map(({ label, before, after }) =>
            before ? t('registry.changes.said', { label, before, after }) : `${label}: ${after}`
          )
          .join(words.locale === 'ar' ? '؛ ' : '; '),
      })),
      empty: t('registry.changes.none'),
    })
  },
}
