import { createHash } from 'node:crypto'
import { fold } from '#core/arabic'
import type { Day } from '#core/days'
import { DomainError, sentence, type Sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { bbox, ellipsoidArea, toWkb, type Area } from '#registry/geo/shape'
import { EGYPT } from '#registry/geo/grids'
import { problemsOf } from '#registry/geo/overlay'
import type { Boundary } from '#registry/limits/boundary_file'

export interface LimitsToRecord {
  boundaries: readonly Boundary[]
  /** The one unit whose boundary the file is … */
  unitId?: number
  /** … or the field that names each outline's unit, by code or by name. */
  field?: string
  /** Only units of this kind are matched by name. */
  kind?: string
  /** Units that may be written; all when left out. */
  among?: readonly number[] | 'all'
  /** The first day on which the limits hold. */
  validFrom: Day
  /** Where they come from: an authority, a decision, the file. */
  source: string
  /** SHA-256 of the file, for the trail. */
  sha256?: string
}

/** What became of one outline of the file. */
export interface LimitVerdict {
  row: number
  /** What the field says. */
  text: string
  verdict: 'recorded' | 'unchanged' | 'rejected'
  unitId: number | null
  unitCode: string | null
  reason: Sentence | null
  areaM2: string | null
}

/** The field that should name the units is in no outline of the file. */
export class LimitFieldError extends DomainError {
  static override code = 'E_LIMIT_FIELD'
}

interface UnitRow {
  id: number
  code: string
  kind: string
  name_ar: string
  name_en: string
  national_code: string | null
}

/**
 * Records outlines of a file as limits of units from a day on. Each outline has its verdict; one that
 * is refused does not keep the others out. A limit that holds stays as it is in the past: a new one
 * holds from its own day.
 * @throws LimitFieldError
 */
export default class RecordUnitLimits {
  async handle(given: LimitsToRecord, { by, trx: outer }: { by: Actor; trx?: Trx }) {
    return within(outer, async (trx) => {
      const [units] = await trx.rawQuery(
        'SELECT id, code, kind, name_ar, name_en, national_code FROM units ORDER BY id'
      )
      const find = this.#finder(given, units as UnitRow[])
      const verdicts: LimitVerdict[] = []
      const taken = new Set<number>()
      for (const boundary of given.boundaries) {
        const match = find(boundary)
        const verdict = await this.#record(boundary, match, taken, given, { by, trx })
        verdicts.push({ ...verdict, row: boundary.row, text: match.text })
      }
      return verdicts
    })
  }

  #finder(given: LimitsToRecord, units: UnitRow[]) {
    const reachable = (unit: UnitRow) =>
      given.among === undefined || given.among === 'all' || given.among.includes(Number(unit.id))
    if (given.unitId !== undefined) {
      const unit = units.find(({ id }) => Number(id) === given.unitId)
      return () => ({ text: unit?.code ?? '', units: unit && reachable(unit) ? [unit] : [] })
    }
    const field = this.#fieldOf(given)
    const named = byName(given.kind ? units.filter(({ kind }) => kind === given.kind) : units)
    const coded = new Map(units.map((unit) => [unit.code.toUpperCase(), unit]))
    return ({ properties }: Boundary) => {
      const text = String(properties[field] ?? '').trim()
      const code = coded.get(text.toUpperCase())
      return { text, units: (code ? [code] : (named.get(plain(text)) ?? [])).filter(reachable) }
    }
  }

  #fieldOf({ field = '', boundaries }: LimitsToRecord): string {
    const fields = new Set(boundaries.flatMap(({ properties }) => Object.keys(properties)))
    const found = [...fields].find((name) => name.toLowerCase() === field.toLowerCase())
    if (found !== undefined) return found
    throw new LimitFieldError(
      sentence(`لا يوجد حقل «${field}» في الملف.`, `There is no field "${field}" in the file.`),
      {
        facts: { field, fields: [...fields] },
        cure: sentence(
          `حقول الملف: ${[...fields].join('، ')}.`,
          `Fields of the file: ${[...fields].join(', ')}.`
        ),
      }
    )
  }

  async #record(
    { shape }: Boundary,
    { units }: { units: UnitRow[] },
    taken: Set<number>,
    given: LimitsToRecord,
    { by, trx }: { by: Actor; trx: Trx }
  ): Promise<Omit<LimitVerdict, 'row' | 'text'>> {
    const [unit] = units
    const refused = (reason: Sentence) => ({
      verdict: 'rejected' as const,
      unitId: unit ? Number(unit.id) : null,
      unitCode: unit?.code ?? null,
      areaM2: null,
      reason,
    })
    if (!unit) return refused(UNKNOWN)
    if (units.length > 1) return refused(several(units))
    if (!shape) return refused(NO_AREA)
    if (taken.has(Number(unit.id))) return refused(TWICE)
    const unsound = this.#unsound(shape)
    if (unsound) return refused(unsound)
    taken.add(Number(unit.id))

    const wkb = toWkb(shape)
    const areaM2 = ellipsoidArea(shape).toFixed(4)
    const known = { unitId: Number(unit.id), unitCode: unit.code, areaM2, reason: null }
    const [rows] = await trx.rawQuery(
      `SELECT id, valid_from, ST_AsBinary(shape) AS shape FROM unit_limits
        WHERE unit_id = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1 FOR UPDATE`,
      [unit.id, given.validFrom]
    )
    const held = rows[0] as { id: number; valid_from: Day; shape: Buffer } | undefined
    if (held && wkb.equals(held.shape)) return { ...known, verdict: 'unchanged' }
    if (held?.valid_from === given.validFrom) return refused(SAME_DAY)
    await trx.rawQuery(
      'INSERT INTO unit_limits (unit_id, valid_from, shape, source, area_m2) VALUES (?, ?, ST_GeomFromWKB(?), ?, ?)',
      [unit.id, given.validFrom, wkb, given.source.slice(0, 200), areaM2]
    )
    await Trail.record(
      {
        action: 'unit_limit.recorded',
        unitId: Number(unit.id),
        subjectType: 'unit',
        subjectId: Number(unit.id),
        label: unit.code,
        before: held ? { validFrom: held.valid_from } : null,
        after: {
          validFrom: given.validFrom,
          source: given.source,
          areaM2,
          shape: createHash('sha256').update(wkb).digest('hex'),
          file: given.sha256 ?? null,
        },
      },
      { by, trx }
    )
    return { ...known, verdict: 'recorded' }
  }

  #unsound(shape: Area): Sentence | null {
    const [west, south, east, north] = bbox(shape)
    if (west < EGYPT[0] || south < EGYPT[1] || east > EGYPT[2] || north > EGYPT[3]) return OUTSIDE
    return problemsOf(shape)[0]?.messages ?? null
  }
}

const UNKNOWN = sentence(
  'لا توجد وحدة بهذا الكود أو الاسم في نطاقك.',
  'No unit within your reach has this code or name.'
)
const NO_AREA = sentence('لا يوجد مضلع لهذا السطر.', 'This row has no polygon.')
const TWICE = sentence(
  'حُملت حدود هذه الوحدة من سطر سابق في الملف.',
  'An earlier row of the file already gave the limit of this unit.'
)
const SAME_DAY = sentence(
  'للوحدة حدود مسجلة من اليوم نفسه؛ اختر يوم سريان لاحقًا.',
  'The unit already has a limit from this very day; choose a later day.'
)
const OUTSIDE = sentence('تقع الحدود خارج مصر.', 'The limit lies outside of Egypt.')

function several(units: UnitRow[]): Sentence {
  const codes = units.map(({ code }) => code)
  return sentence(
    `الاسم لأكثر من وحدة: ${codes.join('، ')}؛ استخدم حقل الكود أو حدد نوع الوحدة.`,
    `Several units have this name: ${codes.join(', ')}; use a field of codes, or name the kind of unit.`
  )
}

/** Words of a unit's kind, which files write or leave out. */
const KIND_WORDS = new Set(
  [
    'محافظة',
    'مركز',
    'مدينة',
    'ومدينة',
    'حي',
    'الوحدة',
    'المحلية',
    'لقرية',
    'governorate',
    'governate',
    'markaz',
    'city',
    'district',
    'and',
    'of',
    'muhafazat',
    'al',
    'el',
  ].map(fold)
)

/** A name as it is matched: folded, without the words of its kind. */
function plain(name: string): string {
  const words = fold(name).split(' ')
  return words.filter((word) => !KIND_WORDS.has(word)).join(' ') || words.join(' ')
}

function byName(units: readonly UnitRow[]): Map<string, UnitRow[]> {
  const named = new Map<string, UnitRow[]>()
  for (const unit of units) {
    for (const name of new Set([plain(unit.name_ar), plain(unit.name_en)])) {
      named.set(name, [...(named.get(name) ?? []), unit])
    }
  }
  return named
}
