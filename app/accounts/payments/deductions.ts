import { Money } from '#core/money'
import {
  DeductionReferenceError,
  DeductionsAboveGrossError,
  UnknownDeductionError,
} from '#accounts/payments/errors'

export const DEDUCTION_KINDS = [
  'withholding',
  'vat_withheld',
  'stamp',
  'stamp_extra',
  'insurance',
  'penalty',
  'advance',
  'retention',
  'other',
] as const
export type DeductionKind = (typeof DEDUCTION_KINDS)[number]

/** A row of the dated table of deductions, as it holds for one payment type on one day. */
export interface DeductionRate {
  id: number
  kind: DeductionKind
  nameAr: string
  nameEn: string
  /** `rate` of a base, `multiple` of another deduction, `stated` with its paper. */
  method: 'rate' | 'multiple' | 'stated'
  base: 'before_vat' | 'vat' | 'gross' | null
  ofKind: DeductionKind | null
  /** Decimal text: a share of the base (`0.01` is 1 %) or the multiple. */
  rate: string | null
  /** Nothing is deducted of a base up to this. */
  appliesAbove: Money
  /** First part of the base that is free. */
  exempt: Money
  /** Halves away from zero, to a multiple of this: a piastre, half a pound … */
  roundTo: Money
}

/** What is paid for, before deductions: the invoices together. */
export interface Due {
  beforeVat: Money
  vat: Money
}

/** An amount that no rate gives: insurance by the authority's table, a penalty, an advance, retention. */
export interface StatedDeduction {
  kind: DeductionKind
  amount: Money
  /** The paper it rests on: number and date. */
  reference: string
}

export interface Deduction {
  kind: DeductionKind
  rateId: number
  /** Null: stated. */
  base: Money | null
  rate: string | null
  amount: Money
  reference: string | null
}

export interface Computed {
  gross: Money
  deductions: Deduction[]
  total: Money
  net: Money
}

/**
 * Deductions of a payment (الاستقطاعات) by the dated table, in its order, and the net. Each is exact
 * until its one rounding; a multiple (the additional stamp) is taken of the rounded amount, as the
 * stamps are stuck on paper. The base before VAT and the part of it withheld are those of all invoices.
 * @throws UnknownDeductionError DeductionReferenceError DeductionsAboveGrossError
 */
export function computeDeductions(
  { beforeVat, vat }: Due,
  rates: readonly DeductionRate[],
  stated: readonly StatedDeduction[] = []
): Computed {
  const gross = beforeVat.add(vat)
  const bases = { before_vat: beforeVat, vat, gross }
  const deductions: Deduction[] = []
  const soFar = (kind: DeductionKind | null) =>
    Money.sum(deductions.filter((one) => one.kind === kind).map(({ amount }) => amount))
  for (const rule of rates) {
    if (rule.method === 'stated') continue
    const base = rule.method === 'rate' ? bases[rule.base!] : soFar(rule.ofKind)
    if (base.compare(rule.appliesAbove) <= 0) continue
    const taxed = base.subtract(rule.exempt)
    if (!taxed.isPositive()) continue
    const amount = portion(taxed, rule.rate!, rule.roundTo)
    if (amount.isZero()) continue
    const { kind, id, rate } = rule
    deductions.push({ kind, rateId: id, base: taxed, rate, amount, reference: null })
  }
  for (const { kind, amount, reference } of stated) {
    const rule = rates.find((one) => one.kind === kind && one.method === 'stated')
    if (!rule || !amount.isPositive()) throw new UnknownDeductionError(kind)
    if (!reference.trim()) throw new DeductionReferenceError(rule)
    deductions.push({ kind, rateId: rule.id, base: null, rate: null, amount, reference })
  }
  const total = Money.sum(deductions.map(({ amount }) => amount))
  const net = gross.subtract(total)
  if (net.isNegative()) throw new DeductionsAboveGrossError(gross, total)
  return { gross, deductions, total, net }
}

/** `base × rate` to the nearest multiple of a step, halves up; one rounding only. */
function portion(base: Money, rate: string, roundTo: Money): Money {
  const [whole, decimals = ''] = rate.split('.')
  const numerator = base.piastres * BigInt(whole + decimals)
  const denominator = 10n ** BigInt(decimals.length) * roundTo.piastres
  const steps = (2n * numerator + denominator) / (2n * denominator)
  return Money.piastres(steps * roundTo.piastres)
}
