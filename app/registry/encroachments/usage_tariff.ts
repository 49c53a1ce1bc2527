import db from '@adonisjs/lucid/services/db'
import { daysBetween, type Day } from '#core/days'
import { Money } from '#core/money'
import { datedSetting, SettingMissingError } from '#core/settings'
import type { Trx } from '#core/within'
import { FEDDAN, halfUp, scaled } from '#registry/encroachments/exact'
import type { Ground } from '#registry/encroachments/kinds'

export const USAGE_TARIFF = 'registry.encroachments.usage_tariff'

/** What a year of use costs: pounds for one square metre, or for one feddan, as decimal text. */
export interface UsageRate {
  rate: string
  of: 'm2' | 'feddan'
}

type UsageTariff = Readonly<Record<Ground, UsageRate>>

/** One piece of a charge: the days of one tariff. */
export interface UsagePiece {
  from: Day
  /** First day that it no longer covers. */
  to: Day
  days: number
  rate: UsageRate
  perDay: Money
  amount: Money
  /** The text the tariff rests on. */
  legal: string
}

/**
 * What one day of use costs: the yearly rate × the area ÷ 365, rounded half up to the piastre. The leap
 * day is a day of use like any other, so a leap year costs 366 of them.
 */
export function usagePerDay({ rate, of }: UsageRate, areaM2: string): Money {
  // Rates and areas to the ten-thousandth: pounds × 10⁸, so piastres × 10⁶.
  const yearly = scaled(rate, 4) * scaled(areaM2, 4)
  const piastres =
    of === 'm2'
      ? halfUp(yearly, 365n * 1_000_000n)
      : halfUp(yearly * FEDDAN.denominator, FEDDAN.numerator * 365n * 1_000_000n)
  return Money.piastres(piastres)
}

/**
 * The charge for using an area from a day to another, cut where the tariff changes. However a time is
 * cut, its pieces sum to the same amount. Days before the first tariff are not charged.
 */
export async function usagePieces(
  asked: { from: Day; to: Day; ground: Ground; areaM2: string; unitId: number },
  trx?: Trx
): Promise<UsagePiece[]> {
  const cuts = await tariffDays(asked, trx)
  const pieces: UsagePiece[] = []
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? asked.to
    const found = await datedSetting<UsageTariff>(USAGE_TARIFF, {
      on: from,
      unitId: asked.unitId,
      trx,
    }).catch((error) => {
      if (error instanceof SettingMissingError) return null
      throw error
    })
    if (!found) continue
    const rate = found.value[asked.ground]
    const perDay = usagePerDay(rate, asked.areaM2)
    const days = daysBetween(from, to)
    const amount = Money.piastres(perDay.piastres * BigInt(days))
    pieces.push({ from, to, days, rate, perDay, amount, legal: found.legalReference })
  }
  return pieces
}

/** The first day asked and every later one on which some tariff begins or ends. */
async function tariffDays({ from, to }: { from: Day; to: Day }, trx?: Trx): Promise<Day[]> {
  if (from >= to) return []
  const rows: { day: Day }[] = await (trx ?? db)
    .from('dated_settings')
    .where('name', USAGE_TARIFF)
    .select('valid_from as day')
    .unionAll((query) =>
      query
        .from('dated_settings')
        .where('name', USAGE_TARIFF)
        .whereNotNull('valid_to')
        .select('valid_to as day')
    )
  const within = rows.map(({ day }) => day).filter((day) => day > from && day < to)
  return [...new Set([from, ...within])].sort()
}
