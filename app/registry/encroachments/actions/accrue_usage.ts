import { today, type Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { usagePieces } from '#registry/encroachments/usage_tariff'
import { CHARGED } from '#registry/encroachments/life'
import EncroachmentCase from '#registry/models/encroachment_case'

export interface Accrued {
  /** Days written now. */
  days: number
  amount: Money
  /** What the case has accrued in all. */
  total: Money
}

/**
 * The charge for using state property without a right (مقابل الانتفاع): accrues for each day of
 * possession until the case closes by removal or legalisation, by the tariff of that day × the area of
 * the minutes. Rows are only added; the database lets no day in twice.
 */
export default class AccrueUsage {
  /** Writes what is missing up to a day (which is not charged itself). The case is held by the caller. */
  async upTo(kase: EncroachmentCase, to: Day, trx: Trx): Promise<Accrued> {
    const end = kase.chargedTo && kase.chargedTo < to ? kase.chargedTo : to
    const from = await this.#firstMissing(kase, trx)
    if (from && kase.areaM2 && from < end) {
      const { ground, unitId, areaM2 } = kase
      const pieces = await usagePieces({ from, to: end, ground, unitId, areaM2 }, trx)
      if (pieces.length > 0) {
        await trx.table('usage_accruals').multiInsert(
          pieces.map((piece) => ({
            unit_id: unitId,
            case_id: kase.id,
            episode: kase.episode,
            valid_from: piece.from,
            valid_to: piece.to,
            days: piece.days,
            area_m2: areaM2,
            annual_rate: piece.rate.rate,
            rate_of: piece.rate.of,
            per_day: String(piece.perDay),
            amount: String(piece.amount),
            tariff: piece.legal,
          }))
        )
      }
      return {
        days: pieces.reduce((sum, { days }) => sum + days, 0),
        amount: Money.sum(pieces.map(({ amount }) => amount)),
        total: await accruedTotal(kase.id, trx),
      }
    }
    return { days: 0, amount: Money.zero, total: await accruedTotal(kase.id, trx) }
  }

  /**
   * One unit's cases, each day accrued through yesterday.
   * @returns how many cases and days were charged, and their sum
   */
  async unit(
    unitId: number,
    { on = today(), trx }: { on?: Day; trx: Trx }
  ): Promise<{ cases: number; days: number; amount: Money }> {
    const cases = await EncroachmentCase.query({ client: trx })
      .where('unit_id', unitId)
      .whereIn('status', [...CHARGED])
      .whereNotNull('possession_from')
      .orderBy('id')
      .forUpdate()
    const sum = { cases: 0, days: 0, amount: Money.zero }
    for (const kase of cases) {
      const { days, amount } = await this.upTo(kase, on, trx)
      if (days === 0) continue
      sum.cases += 1
      sum.days += days
      sum.amount = sum.amount.add(amount)
    }
    return sum
  }

  /** The first day of this possession that no row covers. */
  async #firstMissing(kase: EncroachmentCase, trx: Trx): Promise<Day | null> {
    if (!kase.possessionFrom) return null
    const row = await trx
      .from('usage_accruals')
      .where('case_id', kase.id)
      .max('valid_to as last')
      .first()
    const last = (row?.last as Day | null) ?? null
    return last && last > kase.possessionFrom ? last : kase.possessionFrom
  }
}

/** Σ of the charge rows of a case. A case decided for its occupier owes nothing (`usageDue`). */
export async function accruedTotal(caseId: number, trx: Trx): Promise<Money> {
  const row = await trx.from('usage_accruals').where('case_id', caseId).sum('amount as sum').first()
  return Money.of(row?.sum ?? '0')
}
