import { cleanText } from '#core/arabic'
import { isDay, type Day } from '#core/days'
import { factLabel } from '#registry/register/attributes'
import { ProposalError } from '#registry/register/errors'
import { readFacts, scaled, type Facts } from '#registry/register/facts'
import { METHODS, type GivenGeometry } from '#registry/register/record_geometry'
import { tidy } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'

/** Reads a proposal field by field; what is missing or misshapen is refused by its name. */
export class Asked {
  readonly #value: Record<string, unknown>
  readonly #at: string

  constructor(value: unknown, at = '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ProposalError(at, 'بيانات الطلب ناقصة.', 'The proposal has no data.')
    }
    this.#value = value as Record<string, unknown>
    this.#at = at
  }

  has(name: string): boolean {
    const value = this.#value[name]
    return value !== undefined && value !== null && value !== ''
  }

  id(name: string): number {
    const id = this.optionalId(name)
    if (id === null) throw this.#refuse(name, 'مطلوب', 'is required')
    return id
  }

  optionalId(name: string): number | null {
    if (!this.has(name)) return null
    const id = Number(this.#value[name])
    if (!Number.isSafeInteger(id) || id < 1) throw this.#refuse(name, 'رقم غير صحيح', 'is no id')
    return id
  }

  integer(name: string, least = 0): number {
    const number = Number(this.#value[name] ?? Number.NaN)
    if (Number.isSafeInteger(number) && number >= least) return number
    throw this.#refuse(name, 'رقم صحيح مطلوب', 'must be a whole number')
  }

  text(name: string, max = 200): string {
    const text = this.optionalText(name, max)
    if (text === null) throw this.#refuse(name, 'مطلوب', 'is required')
    return text
  }

  optionalText(name: string, max = 200): string | null {
    if (!this.has(name)) return null
    const text = cleanText(String(this.#value[name])).trim()
    if ([...text].length > max)
      throw this.#refuse(name, `أطول من ${max} حرفًا`, `is longer than ${max} letters`)
    return text || null
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.#value[name])
    if (!found) throw this.#refuse(name, 'قيمة غير معروفة', 'is none of the known values')
    return found
  }

  flag(name: string): boolean {
    return [true, 1, '1', 'true', 'on'].includes(this.#value[name] as never)
  }

  optionalDay(name: string): Day | null {
    if (!this.has(name)) return null
    const day = this.#value[name]
    if (isDay(day)) return day
    throw this.#refuse(name, 'ليس تاريخًا', 'is not a date')
  }

  facts(name = 'facts'): Facts {
    return this.has(name) ? readFacts(this.object(name).#value) : {}
  }

  object(name: string): Asked {
    return new Asked(this.#value[name], this.#path(name))
  }

  optionalObject(name: string): Asked | null {
    return this.has(name) ? this.object(name) : null
  }

  list(name: string): Asked[] {
    const list = this.#value[name] ?? []
    if (!Array.isArray(list)) throw this.#refuse(name, 'قائمة مطلوبة', 'must be a list')
    return list.map((one, index) => new Asked(one, `${this.#path(name)}[${index}]`))
  }

  /** A shape with its survey; the bare shape counts as longitude and latitude, drawn. */
  geometry(name = 'geometry'): GivenGeometry | null {
    const given = this.optionalObject(name)
    if (!given) return null
    const bare = given.has('type') && given.has('coordinates')
    const shape = (bare ? given.#value : given.#value.shape) as Shape
    if (!['Point', 'Polygon', 'MultiPolygon'].includes(shape?.type) || !shape.coordinates) {
      throw this.#refuse(name, 'الشكل نقطة أو مضلع', 'must be a point or a polygon')
    }
    return {
      shape: tidy(shape),
      source_srid: given.has('source_srid') ? given.integer('source_srid', 1) : 4326,
      source_coords: given.has('source_coords') ? String(given.#value.source_coords) : null,
      transformation: given.optionalText('transformation', 80),
      method: given.has('method') ? given.choice('method', METHODS) : 'digitised',
      accuracy_m: scaled(given.#value.accuracy_m ?? null, 3),
      surveyor: given.optionalText('surveyor', 120),
      surveyed_on: given.optionalDay('surveyed_on'),
    }
  }

  #path(name: string): string {
    return this.#at ? `${this.#at}.${name}` : name
  }

  #refuse(name: string, ar: string, en: string): ProposalError {
    const label = NAMES[name] ?? [factLabel(name).ar, factLabel(name).en]
    return new ProposalError(this.#path(name), `«${label[0]}»: ${ar}.`, `"${label[1]}" ${en}.`)
  }
}

/** How fields of a proposal are called. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  asset_id: ['الأصل', 'asset'],
  assets: ['الأصول', 'assets'],
  parts: ['الأجزاء', 'parts'],
  part: ['الجزء', 'part'],
  right_id: ['الحق', 'right'],
  rights: ['الحقوق', 'rights'],
  geometry: ['الشكل', 'shape'],
  class: ['النوع', 'class'],
  to: ['الجهة المستلمة', 'receiver'],
  kind: ['نوع الولاية', 'kind of custody'],
  how: ['طريقة التصرف', 'way of disposal'],
  purpose: ['الغرض', 'purpose'],
  transaction_id: ['المعاملة', 'transaction'],
  number: ['رقم القرار', 'number of the decision'],
  authority: ['الجهة مصدرة القرار', 'authority'],
}
