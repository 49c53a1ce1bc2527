/** A mark of an official form as it is seeded; millimetres from the left upper corner of the paper. */
export interface SeededMark {
  sheet: 'first' | 'more'
  kind: 'value' | 'words' | 'line' | 'box'
  field?: string
  words?: string
  x: number
  y: number
  width: number
  height: number
  size: number
  align: 'right' | 'left' | 'center'
  isBold: boolean
  rowCount?: number
  rowStep?: number
}

export interface SeededForm {
  form: 'form-50' | 'extract-55' | 'entry-224' | 'payment-order' | 'cheque'
  ar: string
  en: string
  width: number
  height: number
  legal: string
  marks: readonly SeededMark[]
}

type Look = Partial<Pick<SeededMark, 'size' | 'align' | 'isBold' | 'height'>>
type Place = readonly [x: number, y: number, width: number]

/** Draws the marks of one sheet of a form. */
export class Sheet {
  readonly marks: SeededMark[] = []
  readonly #sheet: SeededMark['sheet']

  constructor(sheet: SeededMark['sheet'] = 'first') {
    this.#sheet = sheet
  }

  words(words: string, [x, y, width]: Place, look: Look = {}): this {
    return this.#put({ kind: 'words', words, x, y, width, ...look })
  }

  value(field: string, [x, y, width]: Place, look: Look = {}): this {
    return this.#put({ kind: 'value', field, x, y, width, ...look })
  }

  box(x: number, y: number, width: number, height: number): this {
    return this.#put({ kind: 'box', x, y, width, height })
  }

  /** A line of a length, to the right or down. */
  line(x: number, y: number, width: number, height = 0): this {
    return this.#put({ kind: 'line', x, y, width, height })
  }

  /** A label at the right of its place, a line under the room left for the value. */
  blank(label: string, field: string, [x, y, width]: Place, labelled: number, look: Look = {}) {
    this.words(label, [x + width - labelled, y, labelled], { size: 8 })
    this.value(field, [x, y, width - labelled - 1.5], { isBold: true, ...look })
    return this.line(x, y + (look.height ?? 4.6), width - labelled - 1.5)
  }

  /** A place for a signature: its role, and the name the record has. */
  signature(role: string, field: string | null, [x, y, width]: Place, height = 18): this {
    this.box(x, y, width, height)
    this.words(role, [x + 1, y + 1, width - 2], { size: 8, align: 'center', isBold: true })
    this.words('التوقيع:', [x + 1, y + height - 5.5, width - 2], { size: 7.5 })
    if (!field) return this
    return this.value(field, [x + 1, y + 6, width - 2], { size: 7.5, align: 'center', height: 6 })
  }

  /** Rows of a prefix under their headings, columns from right to left: key, heading, width, align. */
  table(
    prefix: string,
    [x, y, width]: Place,
    columns: readonly (readonly [string, string, number, SeededMark['align']?])[],
    { rows, step }: { rows: number; step: number }
  ): this {
    const height = step * (rows + 1)
    this.box(x, y, width, height)
    for (let row = 1; row <= rows; row++) this.line(x, y + row * step, width)
    let right = x + width
    for (const [index, [key, heading, wide, align = 'right']] of columns.entries()) {
      right -= wide
      if (index < columns.length - 1) this.line(right, y, 0, height)
      const place: Place = [right + 0.8, y + 0.7, wide - 1.6]
      this.words(heading, place, { size: 7.5, align: 'center', isBold: true })
      this.#put({
        kind: 'value',
        field: `${prefix}.${key}`,
        ...{ x: right + 0.8, y: y + step + 0.6, width: wide - 1.6, height: step - 0.8 },
        ...{ size: 8, align, rowCount: rows, rowStep: step },
      })
    }
    return this
  }

  #put(mark: Omit<SeededMark, 'sheet' | 'height' | 'size' | 'align' | 'isBold'> & Look): this {
    const { height = 0, size = 9, align = 'right', isBold = false } = mark
    this.marks.push({ ...mark, sheet: this.#sheet, height, size, align, isBold })
    return this
  }
}

/** The head of every form: the body at the right, its name in the middle, its number at the left. */
export function head(sheet: Sheet, title: string, model: string, width: number): Sheet {
  const middle = width / 2 - 40
  sheet.value('organisation', [width - 75, 8, 65], { size: 8.5, isBold: true, height: 16 })
  sheet.words(title, [middle, 8, 80], { size: 14, align: 'center', isBold: true })
  sheet.words(model, [middle, 16, 80], { size: 9, align: 'center' })
  sheet.blank('الرقم', 'number', [10, 8, 50], 20, { align: 'center' })
  sheet.blank('السنة المالية', 'year', [10, 14, 50], 20, { align: 'center' })
  return sheet.blank('التاريخ', 'day', [10, 20, 50], 20, { align: 'center' })
}

/** The foot: which print it is, who made it, and the fingerprint of what was approved. */
export function foot(sheet: Sheet, y: number, width: number): Sheet {
  sheet.value('print.copy', [width / 2, y, width / 2 - 10], { size: 8, isBold: true, height: 7 })
  sheet.value('print.made', [10, y, width / 2 - 12], { size: 7, align: 'left' })
  return sheet.value('print.hash', [10, y + 3.6, width / 2 - 12], { size: 6.5, align: 'left' })
}
