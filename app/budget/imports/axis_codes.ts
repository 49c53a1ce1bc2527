import { fold } from '#core/arabic'
import { FiscalYear } from '#core/fiscal'
import type { Trx } from '#core/within'

interface Dated {
  id: string
  from: string
  to: string | null
}

/**
 * Finds the lowest-level code of an axis that a paper names by its code or its name, as it holds on the
 * first day of a fiscal year. A name that several codes bear finds nothing.
 */
export async function axisCodes(
  trx: Trx
): Promise<(axes: readonly string[], name: string, fiscalYear: string) => string | null> {
  const [rows] = await trx.rawQuery(
    `SELECT id, axis, code, name_ar AS ar, name_en AS en, valid_from AS validFrom, valid_to AS validTo
     FROM budget_codes WHERE is_postable = 1`
  )
  const known = new Map<string, Dated[]>()
  for (const { id, axis, code, ar, en, validFrom, validTo } of rows) {
    const dated = { id: String(id), from: validFrom, to: validTo }
    for (const name of new Set([`=${code}`, fold(ar), fold(en)])) {
      const key = `${axis}/${name}`
      known.set(key, [...(known.get(key) ?? []), dated])
    }
  }
  const seen = new Map<string, string | null>()
  const find = (axes: readonly string[], name: string, on: string) => {
    for (const form of [`=${name}`, fold(name)]) {
      const found = axes
        .flatMap((axis) => known.get(`${axis}/${form}`) ?? [])
        .filter(({ from, to }) => from <= on && (to === null || to > on))
      if (found.length === 1) return found[0]!.id
    }
    return null
  }
  return (axes, name, fiscalYear) => {
    const key = `${axes[0]}/${fiscalYear}/${name}`
    if (!seen.has(key)) seen.set(key, find(axes, name, FiscalYear.of(fiscalYear).first))
    return seen.get(key)!
  }
}
