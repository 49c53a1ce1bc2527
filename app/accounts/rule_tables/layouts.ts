import { DomainError, sentence, type Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { notBeforeToday } from '#rules/guards'
import { scaled } from '#rules/read_values'
import { record, type Leaf, type Shape } from '#rules/shapes'
import type { RuleTable, RuleVersion } from '#rules/rule_table'

type Row = Record<string, any>

/** Where a value stands on its paper, in millimetres as decimal text; rows know the step to the next. */
export interface Place {
  x: string
  y: string
  w: string
  h: string
  size: string
  step?: string
}

/** A layout as its rule says it: the size of the paper and the places of its values by their number. */
export interface LayoutValues {
  widthMm: string
  heightMm: string
  marks: Readonly<Record<string, Place>>
}

class LayoutError extends DomainError {
  static override code = 'E_FORM_LAYOUT'
}

const millimetres = (least = '0', most = '500'): Leaf => ({
  ...{ kind: 'decimal', digits: 2, min: least, max: most },
})

/** Marks of layouts in their order; values alone, or what names them too. */
async function marksOf(layoutIds: readonly number[], trx: Pick<Trx, 'rawQuery'>): Promise<Row[]> {
  if (layoutIds.length === 0) return []
  const [marks] = await trx.rawQuery(
    `SELECT * FROM form_marks WHERE layout_id IN (${layoutIds.map(() => '?').join(', ')})
     ORDER BY layout_id, seq`,
    [...layoutIds]
  )
  return marks
}

const placeOf = (mark: Row): Place => ({
  ...{ x: mark.x_mm, y: mark.y_mm, w: mark.width_mm, h: mark.height_mm, size: mark.size_pt },
  ...(mark.row_step_mm === null ? {} : { step: mark.row_step_mm }),
})

/** Values before which the paper has no words of theirs. */
const NAMES: Readonly<Record<string, string>> = {
  'organisation': 'الجهة',
  'print.copy': 'رقم النسخة',
  'print.made': 'من طبعها',
  'print.hash': 'بصمة المعتمد',
}

/** A value is called by the words that stand before it on the paper. */
function namesOf(marks: readonly Row[]): Record<string, Sentence> {
  let words = ''
  const names: Record<string, Sentence> = {}
  for (const { kind, words: said, field, seq, sheet } of marks) {
    if (kind === 'words') words = said
    if (kind !== 'value') continue
    const [more, rest] = sheet === 'more' ? ['، صفحة الاستمرار', ', continuation'] : ['', '']
    const name = NAMES[field] ?? words
    names[seq] = sentence(`${name} (${field})${more}`, `${field}${rest}`)
  }
  return names
}

/** The last layout of a form: what a new one begins from. */
async function lastLayout(form: string, trx: Pick<Trx, 'rawQuery'>): Promise<Row> {
  const [[layout]] = await trx.rawQuery(
    'SELECT * FROM form_layouts WHERE form = ? ORDER BY valid_from DESC LIMIT 1',
    [form]
  )
  return layout
}

/** مواضع النماذج: where each value stands on the official paper of a form, measured in millimetres. */
export const layoutRules: RuleTable = {
  ...{ name: 'layouts', group: 'accounts', table: 'form_layouts', mayEnd: false },
  brief: ['widthMm', 'heightMm'],
  async versions({ key, lock }, trx): Promise<RuleVersion[]> {
    const [layouts] = await trx.rawQuery(
      `SELECT * FROM form_layouts ${key ? 'WHERE form = ?' : ''} ORDER BY form, valid_from ${lock ? 'FOR UPDATE' : ''}`,
      key ? [key.form!] : []
    )
    const ids = layouts.map(({ id }: Row) => Number(id))
    const marks = (await marksOf(ids, trx)).filter(({ kind }) => kind === 'value')
    return layouts.map((row: Row) => ({
      id: Number(row.id),
      key: { form: row.form },
      name: sentence(row.name_ar, row.name_en),
      values: {
        ...{ widthMm: row.width_mm, heightMm: row.height_mm },
        marks: Object.fromEntries(
          marks
            .filter(({ layout_id: of }) => Number(of) === Number(row.id))
            .map((mark) => [String(mark.seq), placeOf(mark)])
        ),
      },
      ...{ from: row.valid_from, to: row.valid_to, legalReference: row.legal_reference },
      confirmed: Boolean(row.confirmed),
    }))
  },
  async shape({ form }, _values, trx): Promise<Shape> {
    const marks = await marksOf([Number((await lastLayout(form!, trx)).id)], trx)
    const places = marks
      .filter(({ kind }) => kind === 'value')
      .map((mark) => {
        const place: Record<string, Shape> = {
          ...{ x: millimetres(), y: millimetres(), w: millimetres('1'), h: millimetres() },
          size: { kind: 'decimal', digits: 1, min: '5', max: '30' } as Leaf,
        }
        if (mark.row_step_mm !== null) place.step = millimetres('1', '50')
        return [String(mark.seq), record(place)]
      })
    return record({
      ...{ widthMm: millimetres('60'), heightMm: millimetres('40') },
      marks: { ...record(Object.fromEntries(places)), names: namesOf(marks), isGrid: true },
    })
  },
  async nameOf({ form }, _values, trx) {
    const { name_ar: ar, name_en: en } = await lastLayout(form!, trx)
    return sentence(ar, en)
  },
  async insert({ key, values, from, legalReference }, trx): Promise<number> {
    const { id: base, name_ar: ar, name_en: en } = await lastLayout(key.form!, trx)
    const { widthMm, heightMm, marks } = values as LayoutValues
    const [made] = await trx
      .insertQuery()
      .table('form_layouts')
      .insert({
        ...{ form: key.form, name_ar: ar, name_en: en, width_mm: widthMm, height_mm: heightMm },
        ...{ valid_from: from, legal_reference: legalReference, confirmed: true },
      })
    const all = await marksOf([Number(base)], trx)
    await trx.table('form_marks').multiInsert(
      all.map(({ id: _id, ...mark }) => {
        const place = mark.kind === 'value' ? marks[mark.seq] : undefined
        return { ...mark, layout_id: made, ...(place && placed(place)) }
      })
    )
    return Number(made)
  },
  guards: [notBeforeToday],
  async judge(values, { form }, trx) {
    const { widthMm, heightMm, marks } = values as LayoutValues
    const all = await marksOf([Number((await lastLayout(form!, trx)).id)], trx)
    const names = namesOf(all)
    for (const { seq, kind, row_count: rows } of all) {
      const place = kind === 'value' ? marks[seq] : undefined
      if (!place) continue
      const down = scaled(place.step ?? '0') * BigInt((rows ?? 1) - 1)
      const right = scaled(place.x) + scaled(place.w)
      const bottom = scaled(place.y) + scaled(place.h) + down
      if (right > scaled(widthMm) || bottom > scaled(heightMm)) throw beside(names[seq]!)
    }
  },
}

const placed = ({ x, y, w, h, size, step }: Place) => ({
  ...{ x_mm: x, y_mm: y, width_mm: w, height_mm: h, size_pt: size },
  ...(step === undefined ? {} : { row_step_mm: step }),
})

const beside = (name: Sentence) =>
  new LayoutError(
    sentence(
      `«${name.ar}» يخرج عن الورقة بهذا الموضع.`,
      `“${name.en}” would stand outside of the paper.`
    ),
    { cure: sentence('صحح موضعه أو عرضه.', 'Correct its place or width.') }
  )
