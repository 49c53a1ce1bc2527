import { latinDigits } from '#core/arabic'
import { squareMetres } from '#registry/geo/feddan'
import { text, wasAsked, type Typed } from '#registry/forms/typed'
import { ProposalError } from '#registry/register/errors'

export const SIDES = ['north', 'south', 'east', 'west'] as const

/** The facts typed into their fields; those left empty are left out. */
export function typedFacts(typed: Typed, names: readonly string[]): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const name of names) {
    const value = text(typed, name)
    if (value !== null) facts[name] = value
  }
  return facts
}

/** Only what differs from what stands; a field that was emptied takes the fact away. */
export function correctedFacts(
  typed: Typed,
  names: readonly string[],
  standing: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const name of names) {
    if (!wasAsked(typed, name)) continue
    const value = text(typed, name)
    if (value !== shownFact(standing[name])) facts[name] = value
  }
  return facts
}

/** A fact as a field shows it. */
export function shownFact(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const plain = String(value)
  return /^-?\d+\.\d+$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain
}

/**
 * The area of a deed: feddan, qirat and sahm as it writes them, square metres beside them or worked out of
 * them. Null when the form gives none.
 * @throws ProposalError for qirat or sahm above 23
 */
export function typedArea(
  typed: Typed,
  kind: 'deed' | 'survey'
): { m2: string; as_written: string | null } | null {
  const part = (name: string) => text(typed, `${kind}_${name}`)
  const [feddan, qirat, sahm, m2] = ['feddan', 'qirat', 'sahm', 'm2'].map(part)
  const written = [feddan, qirat, sahm].some((one) => one !== null && one !== undefined)
  if (!written) return m2 ? { m2, as_written: null } : null
  const parts = { feddan: whole(feddan, 1e6), qirat: whole(qirat, 23), sahm: fraction(sahm) }
  return {
    m2: m2 ?? squareMetres(parts),
    as_written: `${parts.feddan} ف ${parts.qirat} ط ${parts.sahm} س`,
  }

  function whole(value: string | null | undefined, most: number): number {
    const number = Number(latin(value ?? '0'))
    if (Number.isSafeInteger(number) && number >= 0 && number <= most) return number
    throw refused(kind)
  }
  function fraction(value: string | null | undefined): string {
    const plain = latin(value ?? '0').replace('٫', '.')
    if (/^\d{1,2}(\.\d{1,2})?$/.test(plain) && Number(plain) < 24) return plain
    throw refused(kind)
  }
}

function refused(kind: string): ProposalError {
  return new ProposalError(
    `${kind}_feddan`,
    'الفدان والقيراط والسهم أرقام موجبة، والقيراط والسهم أقل من ٢٤.',
    'Feddan, qirat and sahm are numbers from zero on; qirat and sahm stay below 24.'
  )
}

/** The sides as the deed writes them; null when none was typed. */
export function typedSides(typed: Typed): Record<string, unknown>[] | null {
  const sides = SIDES.flatMap((side) => {
    const part = (name: string) => text(typed, `${side}_${name}`)
    const said = {
      neighbour_text: part('neighbour'),
      length_deed_m: part('length_deed'),
      length_survey_m: part('length_survey'),
      marker: part('marker'),
    }
    return Object.values(said).some((value) => value !== null) ? [{ side, ...said }] : []
  })
  return sides.length > 0 ? sides : null
}

const latin = (value: string) => latinDigits(value).trim()
