import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import { Money } from '#core/money'
import { visible, type Reader } from '#identity/access/visible'
import { leaving } from '#registry/ogc/collections/assets'
import { holdoversList } from '#registry/rights/lists/holdovers_list'

const MOST = 20
/** A year of rent of a right, from what it pays each period. */
const YEAR = `rights.period_amount * CASE rights.billing WHEN 'monthly' THEN 12 WHEN 'quarterly' THEN 4 WHEN 'annual' THEN 1 END`

/** One line of a ranking, with the place it is about. */
export interface RankedAsset {
  assetId: number
  name: string
  unit: string
  class: string
  at: [number, number] | null
  amount: Money
  /** Days of staying on, or how many similar rents the amount is the mean of. */
  count: number
}

/**
 * المال على الخريطة: idle assets by the mean yearly rent of assets of the same class that are let in
 * the same unit, and those who stayed after their right by what that comes to until today.
 */
export async function moneyOnTheMap(reader: Reader, locale: Locale) {
  return { idle: await idle(reader, locale), holdover: await holdover(reader, locale) }
}

async function idle(reader: Reader, locale: Locale): Promise<RankedAsset[]> {
  const similar = visible(
    db
      .from('rights')
      .join('assets as let', 'let.id', 'rights.asset_id')
      .whereIn('rights.status', ['active', 'expiring', 'holdover'])
      .whereNot('rights.billing', 'once')
      .groupBy('let.unit_id', 'let.class_id')
      .select('let.unit_id', 'let.class_id')
      .select(db.raw(`ROUND(AVG(${YEAR}), 2) AS rent, COUNT(*) AS rents`)),
    reader,
    'registry.rights.read',
    'rights.unit_id'
  )
  const rows = await leaving(db.from('assets'), reader)
    .joinRaw(
      `JOIN (${similar.toQuery()}) g ON g.unit_id = assets.unit_id AND g.class_id = assets.class_id`
    )
    .join('units as u', 'u.id', 'assets.unit_id')
    .join('asset_classes as k', 'k.id', 'assets.class_id')
    .where('assets.is_current', 1)
    .where((either) => {
      void either.where('assets.is_in_use', 0).orWhereIn('assets.life_status', ['idle', 'surplus'])
    })
    .orderBy('g.rent', 'desc')
    .orderBy('assets.id')
    .limit(MOST)
    .select('assets.id', 'assets.name', 'assets.longitude', 'assets.latitude', 'g.rent', 'g.rents')
    .select(`u.name_${locale} as unit`, `k.name_${locale} as class`)
  return rows.map((row) => ranked(row, row.rent, row.rents))
}

async function holdover(reader: Reader, locale: Locale): Promise<RankedAsset[]> {
  const formula = (key: string) =>
    String(holdoversList.columns.find((column) => column.key === key)!.expression)
  const query = leaving(db.from('rights').join('assets', 'assets.id', 'rights.asset_id'), reader)
    .join('units as u', 'u.id', 'assets.unit_id')
    .join('asset_classes as k', 'k.id', 'assets.class_id')
    .where('rights.status', 'holdover')
    .orderByRaw('due DESC, rights.id')
    .limit(MOST)
    .select('assets.id', 'assets.name', 'assets.longitude', 'assets.latitude')
    .select(`u.name_${locale} as unit`, `k.name_${locale} as class`)
    .select(db.raw(`${formula('due')} AS due, ${formula('days')} AS days`))
  const rows = await visible(query, reader, 'registry.rights.read', 'rights.unit_id')
  return rows.map((row) => ranked(row, row.due, row.days))
}

function ranked(row: Record<string, any>, amount: string, count: number): RankedAsset {
  return {
    assetId: Number(row.id),
    name: row.name,
    unit: row.unit,
    class: row.class,
    at: row.latitude === null ? null : [Number(row.longitude), Number(row.latitude)],
    amount: Money.of(amount ?? '0'),
    count: Number(count),
  }
}
