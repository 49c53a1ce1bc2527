import { today, type Day } from '#core/days'
import { Money } from '#core/money'
import { datedSetting } from '#core/settings'
import type { Trx } from '#core/within'
import { FEDDAN, halfUp, scaled } from '#registry/encroachments/exact'

/** A band of the examination fee: the largest area it covers (null: all above), and the fee. */
interface Band {
  up_to: string | null
  fee: string
}

interface GroundFees {
  /** Unit of the bands and of the inspection rate. */
  of: 'feddan' | 'm2'
  examination: readonly Band[]
  /** Pounds for one unit of area. */
  inspection_rate: string
}

/** Fees of legalisation (رسوم فحص ومعاينة التقنين) by kind of ground. */
export type LegalisationTariff = Readonly<Record<'agricultural' | 'built', GroundFees>>

export interface LegalisationFees {
  examination: Money
  inspection: Money
  /** The text the tariff rests on. */
  legal: string
}

/**
 * The examination fee of the band the area falls in, and the inspection fee by area, of the tariff that
 * held on the day of filing. Files carried over from Law 144/2017 paid both already.
 * @throws SettingMissingError when no tariff held that day
 */
export async function legalisationFees(
  asked: {
    ground: 'agricultural' | 'built'
    areaM2: string
    filedOn: Day
    carriedOver?: boolean
    unitId: number
  },
  trx?: Trx
): Promise<LegalisationFees> {
  const { value, legalReference } = await datedSetting<LegalisationTariff>(
    'registry.legalisation.fees',
    { on: asked.carriedOver ? today() : asked.filedOn, unitId: asked.unitId, trx }
  )
  if (asked.carriedOver) {
    return { examination: Money.zero, inspection: Money.zero, legal: legalReference }
  }
  const tariff = value[asked.ground]
  return {
    examination: Money.of(bandOf(tariff, asked.areaM2).fee),
    inspection: inspectionFee(tariff, asked.areaM2),
    legal: legalReference,
  }
}

/** The band an area falls in, its upper end included. */
export function bandOf({ of, examination }: GroundFees, areaM2: string): Band {
  const area = scaled(areaM2, 4) * (of === 'feddan' ? FEDDAN.denominator : 1n)
  const found = examination.find(
    ({ up_to: end }) =>
      end === null || area <= scaled(end, 4) * (of === 'feddan' ? FEDDAN.numerator : 1n)
  )
  return found ?? examination.at(-1)!
}

/** The rate × the area, rounded half up to the piastre. */
export function inspectionFee({ of, inspection_rate: rate }: GroundFees, areaM2: string): Money {
  const pounds = scaled(rate, 4) * scaled(areaM2, 4)
  return Money.piastres(
    of === 'm2'
      ? halfUp(pounds, 1_000_000n)
      : halfUp(pounds * FEDDAN.denominator, FEDDAN.numerator * 1_000_000n)
  )
}
