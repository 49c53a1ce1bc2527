import type { Locale } from '#core/domain_error'
import type { Reader } from '#identity/access/visible'
import { visibleRows } from '#registry/rights/lists/visible_rights'

/** These states end in their time: the index of (status, valid_to) serves. */
const ENDS = 'rights.valid_to'

export interface ExpiryRow {
  id: number
  unit: string
  past: number
  in30: number
  in60: number
  in90: number
}

/** How many rights end in 30, 60 and 90 days (each within the next), and have ended, by unit. */
export async function expirySummary(reader: Reader, locale: Locale): Promise<ExpiryRow[]> {
  const within = (days: number) =>
    `SUM(${ENDS} > CURRENT_DATE AND ${ENDS} <= CURRENT_DATE + INTERVAL ${days} DAY)`
  const query = visibleRows('rights', reader)
    .whereIn('rights.status', ['active', 'expiring', 'suspended', 'expired'])
    .whereNotIn('rights.kind', ['easement', 'mortgage'])
    .whereRaw(`${ENDS} < CURRENT_DATE + INTERVAL 90 DAY`)
    .whereNotExists((renewal) =>
      renewal
        .from('rights as next')
        .whereColumn('next.renewal_of', 'rights.id')
        .whereNot('next.status', 'draft')
    )
  const rows = await query
    .groupBy('units.id', `units.name_${locale}`)
    .orderBy('units.id')
    .select('units.id', `units.name_${locale} as unit`)
    .select(
      query.client.raw(
        `SUM(${ENDS} <= CURRENT_DATE) AS past, ${within(30)} AS in30, ${within(60)} AS in60, ${within(90)} AS in90`
      )
    )
  return rows.map(({ id, unit, past, in30, in60, in90 }) => ({
    id,
    unit,
    past: Number(past),
    in30: Number(in30),
    in60: Number(in60),
    in90: Number(in90),
  }))
}
