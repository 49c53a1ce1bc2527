import { cleanText, latinDigits } from '#core/arabic'
import { isDay } from '#core/days'
import { ATTRIBUTES, type Attribute, type CustodyKind } from '#registry/register/attributes'
import { ProposalError } from '#registry/register/errors'

/** Who holds an asset in one way: a unit of the tree, or an authority outside it by its name. */
export interface Custody {
  unit_id: number | null
  name: string
  legal_basis_id: number | null
}

/** An area as a paper, a survey or a computation gives it. */
export interface AreaFact {
  m2: string
  as_written: string | null
  document_id: number | null
}

/** One side of a parcel as deeds describe it. */
export interface Side {
  side: 'north' | 'south' | 'east' | 'west' | 'other'
  seq: number
  length_deed_m: string | null
  length_survey_m: string | null
  neighbour_text: string | null
  neighbour_asset_id: number | null
  neighbour_party_id: number | null
  marker: string | null
  is_agreed: 0 | 1 | null
}

export type FactValue = string | number | null | string[] | Custody | AreaFact | Side[]

/** Facts of an asset by attribute; a missing one was never stated, null was emptied. */
export type Facts = Record<string, FactValue>

/** Facts in any shape that people, files and forms give; {@link readFacts} makes {@link Facts} of it. */
export type GivenFacts = Readonly<Record<string, unknown>>

/** Nobody knows who holds it (R9: never a gap without saying so). */
export const UNKNOWN_HOLDER: Custody = { unit_id: null, name: 'غير معلوم', legal_basis_id: null }

export const custodyFact = (kind: CustodyKind) => `custody_${kind}`

/**
 * Brings facts into the form in which they are kept: decimals as text of the column's scale, flags as
 * 0 and 1, days as ISO text, texts cleaned. The same fact written twice gives the same value.
 * @throws ProposalError naming the fact
 */
export function readFacts(given: GivenFacts): Facts {
  const facts: Facts = {}
  for (const [name, value] of Object.entries(given)) {
    const attribute = ATTRIBUTES[name]
    if (!attribute || !Object.hasOwn(ATTRIBUTES, name)) {
      throw new ProposalError(
        name,
        `«${name}» ليس من بيانات الأصل.`,
        `"${name}" is no fact of an asset.`
      )
    }
    if (value === undefined) continue
    facts[name] = readFact(name, attribute, value)
  }
  return facts
}

/** Digits of either script are taken; other letters would not fit the column. */
function latinText(name: string, attribute: Attribute, value: unknown): string {
  const text = latinDigits(cleanText(String(value))).trim()
  if (/^[\x20-\x7E]*$/.test(text)) return text
  throw bad(name, attribute, 'يكتب بأرقام وحروف لاتينية', 'is written in Latin letters and digits')
}

function readFact(name: string, attribute: Attribute, value: unknown): FactValue {
  const isBlank = value === null || (typeof value === 'string' && value.trim() === '')
  if (isBlank) {
    if (!attribute.required) return null
    if (name === 'street') return ''
    throw bad(name, attribute, 'مطلوب', 'is required')
  }
  const { type } = attribute
  switch (type.is) {
    case 'text': {
      const text = type.latin ? latinText(name, attribute, value) : cleanText(String(value)).trim()
      if ([...text].length <= type.max) return text
      throw bad(name, attribute, `أطول من ${type.max} حرفًا`, `is longer than ${type.max} letters`)
    }
    case 'choice': {
      if (type.of.includes(value as string)) return value as string
      throw bad(name, attribute, 'ليس من القيم المعروفة', 'is none of the known values')
    }
    case 'flag': {
      if ([true, 1, '1', 'true', 'on'].includes(value as never)) return 1
      if ([false, 0, '0', 'false'].includes(value as never)) return 0
      throw bad(name, attribute, 'نعم أو لا', 'is yes or no')
    }
    case 'day': {
      if (isDay(value)) return value
      throw bad(name, attribute, 'ليس تاريخًا', 'is not a date')
    }
    case 'id':
    case 'integer': {
      const number = Number(latinDigits(String(value)))
      const [min, max] = type.is === 'id' ? [1, Infinity] : [type.min, type.max]
      const inside = number >= (min ?? -Infinity) && number <= (max ?? 4_294_967_295)
      if (Number.isSafeInteger(number) && inside) return number
      throw bad(name, attribute, 'رقم صحيح في الحدود', 'is a whole number within its limits')
    }
    case 'decimal':
      return scaled(value, type.scale) ?? refuseNumber(name, attribute)
    case 'list': {
      const list = Array.isArray(value) ? value : String(value).split(/[,،\n]/)
      return list.map((one) => cleanText(String(one)).trim()).filter(Boolean)
    }
    case 'custody':
      return readCustody(name, attribute, value as Partial<Custody>)
    case 'area': {
      const given = value as Partial<AreaFact>
      const m2 = scaled(given.m2, 4)
      if (m2 === null || !/[1-9]/.test(m2) || m2.startsWith('-')) refuseNumber(name, attribute)
      return {
        m2: m2!,
        as_written: textOrNull(given.as_written, 120),
        document_id: idOrNull(given.document_id),
      }
    }
    case 'sides':
      return (value as Record<string, unknown>[]).map((side) => readSide(name, attribute, side))
  }
}

function readCustody(name: string, attribute: Attribute, given: Partial<Custody>): Custody {
  const holder = textOrNull(given.name, 200)
  if (!holder) throw bad(name, attribute, 'يحتاج اسم الجهة', 'needs the name of the authority')
  return {
    unit_id: idOrNull(given.unit_id),
    name: holder,
    legal_basis_id: idOrNull(given.legal_basis_id),
  }
}

const SIDES = ['north', 'south', 'east', 'west', 'other'] as const

function readSide(name: string, attribute: Attribute, given: Record<string, unknown>): Side {
  const side = SIDES.find((one) => one === given.side)
  if (!side) throw bad(name, attribute, 'جهة غير معروفة', 'has an unknown side')
  const agreed = given.is_agreed
  return {
    side,
    seq: Number(given.seq ?? 1),
    length_deed_m: scaled(given.length_deed_m ?? null, 3),
    length_survey_m: scaled(given.length_survey_m ?? null, 3),
    neighbour_text: textOrNull(given.neighbour_text, 255),
    neighbour_asset_id: idOrNull(given.neighbour_asset_id),
    neighbour_party_id: idOrNull(given.neighbour_party_id),
    marker: textOrNull(given.marker, 60),
    is_agreed: agreed === undefined || agreed === null ? null : agreed && agreed !== '0' ? 1 : 0,
  }
}

/** Decimal text with exactly `scale` places, rounded half up; null for what is no number. */
export function scaled(value: unknown, scale: number): string | null {
  if (value === null || value === undefined || value === '') return null
  const raw = typeof value === 'number' ? plainNumber(value) : latinDigits(String(value)).trim()
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(raw.replaceAll('٫', '.').replaceAll(/[,٬]/g, ''))
  if (!match) return null
  const places = (match[3] ?? '').padEnd(scale + 1, '0')
  let units = BigInt(match[2]! + places.slice(0, scale))
  if (places[scale]! >= '5') units += 1n
  const digits = String(units).padStart(scale + 1, '0')
  const whole = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return units === 0n ? whole : match[1] + whole
}

/** A float without exponent: 1e-7 → 0.0000001. */
function plainNumber(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toLocaleString('en', PLAIN) : text
}

const PLAIN = { useGrouping: false, maximumFractionDigits: 20 } as const

function textOrNull(value: unknown, max: number): string | null {
  if (value === null || value === undefined) return null
  return cleanText(String(value)).trim().slice(0, max) || null
}

function idOrNull(value: unknown): number | null {
  const id = Number(value ?? 0)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

function refuseNumber(name: string, attribute: Attribute): never {
  throw bad(name, attribute, 'ليس رقمًا صحيح الكتابة', 'is not a well-written number')
}

function bad(name: string, { label }: Attribute, ar: string, en: string): ProposalError {
  return new ProposalError(name, `«${label.ar}»: ${ar}.`, `"${label.en}" ${en}.`)
}

/** Whether two values of one fact are the same. */
export function sameFact(a: FactValue | undefined, b: FactValue | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

/** Only what differs from the facts that stand. */
export function changedFacts(standing: Facts, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => !sameFact(standing[name], value))
  )
}

/** The facts after all changes, given in the order of their days and then of their numbers. */
export function foldFacts(changes: Iterable<{ facts: Facts }>): Facts {
  const facts: Facts = {}
  for (const change of changes) Object.assign(facts, change.facts)
  return facts
}
