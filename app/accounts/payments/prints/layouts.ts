import type { Day } from '#core/days'
import type { FormMark } from '#core/documents/form_sheet'
import type { Trx } from '#core/within'

export const FORMS = ['form-50', 'extract-55', 'entry-224', 'payment-order', 'cheque'] as const
export type FormName = (typeof FORMS)[number]

/** The paper of a form as it is on a day: its size, and where each value stands on it. */
export interface FormLayout {
  id: number
  name: { ar: string; en: string }
  width: number
  height: number
  first: FormMark[]
  /** Its continuation sheet; empty where a form has none. */
  more: FormMark[]
}

/** The layout that holds on a day; each form is seeded from the beginning of the books. */
export async function layoutOf(
  form: FormName,
  on: Day,
  trx: Pick<Trx, 'rawQuery'>
): Promise<FormLayout> {
  const [[layout]] = await trx.rawQuery(
    `SELECT * FROM form_layouts WHERE form = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
     ORDER BY valid_from DESC LIMIT 1`,
    [form, on, on]
  )
  if (!layout) throw new Error(`No layout of ${form} holds on ${on}`)
  const [marks] = await trx.rawQuery('SELECT * FROM form_marks WHERE layout_id = ? ORDER BY seq', [
    layout.id,
  ])
  const of = (sheet: string) =>
    marks.filter((mark: { sheet: string }) => mark.sheet === sheet).map(markOf)
  return {
    id: Number(layout.id),
    name: { ar: layout.name_ar, en: layout.name_en },
    width: Number(layout.width_mm),
    height: Number(layout.height_mm),
    first: of('first'),
    more: of('more'),
  }
}

function markOf(row: Record<string, any>): FormMark {
  return {
    ...{ kind: row.kind, field: row.field, words: row.words, align: row.align },
    ...{ x: Number(row.x_mm), y: Number(row.y_mm) },
    ...{ width: Number(row.width_mm), height: Number(row.height_mm) },
    ...{ size: Number(row.size_pt), isBold: Boolean(row.is_bold) },
    rowCount: row.row_count === null ? null : Number(row.row_count),
    rowStep: row.row_step_mm === null ? null : Number(row.row_step_mm),
  }
}

/** The values of a layout by their names, and what its paper already has unless it is the printed one. */
export async function sheetOf(
  layoutId: number,
  { onPaper }: { onPaper: boolean },
  trx: Pick<Trx, 'rawQuery'>
) {
  const [marks] = await trx.rawQuery('SELECT * FROM form_marks WHERE layout_id = ? ORDER BY seq', [
    layoutId,
  ])
  const paper = (sheet: string): FormMark[] =>
    onPaper
      ? []
      : marks
          .filter((mark: FormMark & { sheet: string }) => mark.sheet === sheet)
          .map(markOf)
          .filter(({ kind }: FormMark) => kind !== 'value')
  return {
    marks: marks
      .filter(({ kind }: FormMark) => kind === 'value')
      .map((mark: Record<string, any>) => ({
        ...{ key: String(mark.seq), name: mark.field, sheet: mark.sheet },
        rows: mark.row_count === null ? 1 : Number(mark.row_count),
      })),
    paper: { first: paper('first'), more: paper('more') },
  }
}
