import { Money } from '#core/money'
import { formatDay } from '#core/days'
import type { Words } from '#core/lists/definition'
import { isLeaf, type Choice, type Leaf, type RecordShape, type Shape } from '#rules/shapes'
import { ROOT } from '#rules/read_values'

/** One line of what a rule says, as people read it. */
export interface ShownLine {
  label: string
  text: string
}

/** A field of the form in which a rule is written. */
export interface RuleField {
  name: string
  label: string
  kind: Leaf['kind']
  value: string
  required: boolean
  isRate: boolean
  options: { value: string; label: string }[]
}

/** Fields that belong together: one row of a table, or one named part. */
export interface FieldGroup {
  legend: string
  fields: RuleField[]
  /** A line of a table whose lines have the same fields. */
  isGrid: boolean
}

/** Rows that a table offers beyond those it has. */
const SPARE_ROWS = 2

const nameOfPart = ({ names }: RecordShape, part: string, { t, locale }: Words) =>
  names?.[part]?.[locale] ?? t(`rules.fields.${part}`, {}, part)

/** What a rule says, line by line. */
export function shownValues(shape: Shape, value: unknown, words: Words): ShownLine[] {
  if (isLeaf(shape))
    return [{ label: words.t('rules.value'), text: shownLeaf(shape, value, words) }]
  if (shape.kind === 'record') return shownRecord(shape, value, words)
  const entries: [string, unknown, Leaf | RecordShape][] =
    shape.kind === 'rows'
      ? listOf(value).map((one, at) => [words.t('rules.row', { no: at + 1 }), one, shape.row])
      : Object.entries((value ?? {}) as object).map(([key, one]) => [key, one, shape.value])
  return entries.map(([label, one, of]) => ({ label, text: inOneLine(of, one, words) }))
}

function shownRecord(shape: RecordShape, value: unknown, words: Words): ShownLine[] {
  const said = (value ?? {}) as Record<string, unknown>
  return Object.entries(shape.parts).flatMap(([part, of]) => {
    const label = nameOfPart(shape, part, words)
    if (isLeaf(of)) return [{ label, text: shownLeaf(of, said[part], words) }]
    if (shape.isGrid) return [{ label, text: inOneLine(of as RecordShape, said[part], words) }]
    const inner = shownValues(of, said[part], words)
    return inner.map((line) => ({ label: `${label}: ${line.label}`, text: line.text }))
  })
}

function inOneLine(shape: Leaf | RecordShape, value: unknown, words: Words): string {
  if (isLeaf(shape)) return shownLeaf(shape, value, words)
  return shownRecord(shape, value, words)
    .filter(({ text }) => text !== words.t('rules.nothing'))
    .map(({ label, text }) => `${label}: ${text}`)
    .join(words.locale === 'ar' ? '؛ ' : '; ')
}

function shownLeaf(leaf: Leaf, value: unknown, words: Words): string {
  const { t, locale } = words
  if (leaf.kind === 'yes') return t(value ? 'core.yes' : 'core.no')
  if (value === null || value === undefined || value === '') return t('rules.nothing')
  if (leaf.kind === 'choice') return nameOf(leaf.options, String(value), locale)
  if (leaf.kind === 'money') return Money.of(String(value)).format(locale)
  if (leaf.kind === 'day') return formatDay(String(value), locale)
  if (leaf.kind === 'codes') {
    const codes = listOf(value)
    return codes.length ? codes.join(locale === 'ar' ? '، ' : ', ') : t('rules.nothing')
  }
  return leaf.kind === 'decimal' ? trimmed(String(value)) : String(value)
}

/** Zeros behind a decimal say nothing: `0.010000` is `0.01`. */
const trimmed = (decimal: string) =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal

const nameOf = (options: readonly Choice[], value: string, locale: 'ar' | 'en') =>
  options.find((one) => one.value === value)?.name[locale] ?? value

/** The fields in which a rule is written, holding what stands now. */
export function ruleFields(shape: Shape, value: unknown, words: Words, root = ROOT): FieldGroup[] {
  const loose: RuleField[] = []
  const groups = new Map<string, FieldGroup>()
  const place = { path: root, label: words.t('rules.value'), group: '', legend: '', isGrid: false }
  gather(shape, value, place, words, ({ group, legend, isGrid }, field) => {
    if (legend === '') return void loose.push(field)
    const known = groups.get(group)
    if (known) known.fields.push(field)
    else groups.set(group, { legend, fields: [field], isGrid })
  })
  const together = [...groups.values()]
  return loose.length ? [{ legend: '', fields: loose, isGrid: false }, ...together] : together
}

/** Where a value stands in the form: its name, and the group of fields that it is one of. */
interface Place {
  path: string
  label: string
  group: string
  legend: string
  isGrid: boolean
}

type Add = (place: Place, field: RuleField) => void

function gather(shape: Shape, value: unknown, place: Place, words: Words, add: Add): void {
  if (isLeaf(shape)) return add(place, fieldOf(shape, value, place, words))
  if (shape.kind === 'record') {
    const said = (value ?? {}) as Record<string, unknown>
    for (const [part, of] of Object.entries(shape.parts)) {
      const label = nameOfPart(shape, part, words)
      const path = `${place.path}__${part}`
      const own = { group: path, legend: [place.legend, label].filter(Boolean).join(' – ') }
      // The lines of a table need not repeat what the table is called.
      if (shape.isGrid) own.legend = label
      const inside = isLeaf(of) ? {} : { ...own, isGrid: Boolean(shape.isGrid) }
      gather(of, said[part], { ...place, path, label, ...inside }, words, add)
    }
    return
  }
  const entries = shape.kind === 'rows' ? listOf(value) : Object.entries((value ?? {}) as object)
  const spare = Array.from({ length: SPARE_ROWS }, () => null)
  for (const [at, one] of [...entries, ...spare].entries()) {
    const row = words.t(one === null ? 'rules.new_row' : 'rules.row', { no: at + 1 })
    const path = `${place.path}__${at}`
    const legend = [place.legend, row].filter(Boolean).join(' – ')
    const inside = { ...place, path, group: path, legend, isGrid: false }
    const easy = <S extends Shape>(of: S) => (one === null ? withoutNeed(of) : of)
    if (shape.kind === 'rows') {
      gather(easy(shape.row), one, inside, words, add)
      continue
    }
    const [key, inner] = (one ?? ['', null]) as [string, unknown]
    const code: Leaf = { kind: 'code', max: 40, optional: one === null }
    const label = words.t(`rules.fields.${shape.of}`, {}, shape.of)
    add(inside, fieldOf(code, key, { path: `${path}__key`, label }, words))
    gather(easy(shape.value), inner, { ...inside, path: `${path}__value` }, words, add)
  }
}

/** Rows that may stay empty ask for nothing. */
function withoutNeed<S extends Shape>(shape: S): S {
  if (shape.kind !== 'record') return { ...shape, optional: true }
  const parts = Object.entries(shape.parts).map(([part, of]) => [part, withoutNeed(of)])
  return { ...shape, parts: Object.fromEntries(parts) }
}

function fieldOf(
  leaf: Leaf,
  value: unknown,
  { path, label }: { path: string; label: string },
  { locale }: Words
): RuleField {
  return {
    name: path,
    label,
    kind: leaf.kind,
    value: typedAs(leaf, value),
    isRate: leaf.kind === 'decimal' && Boolean(leaf.isRate),
    required:
      leaf.kind === 'codes' ? leaf.none === 'refused' : !('optional' in leaf && leaf.optional),
    options:
      leaf.kind === 'choice'
        ? leaf.options.map((one) => ({ value: one.value, label: one.name[locale] }))
        : [],
  }
}

function typedAs(leaf: Leaf, value: unknown): string {
  if (leaf.kind === 'yes') return value ? '1' : ''
  const said = listOf(value).join(', ')
  return leaf.kind === 'decimal' ? trimmed(said) : said
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
