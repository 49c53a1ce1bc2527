import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { printForm, type FormMark } from '#core/documents/form_sheet'
import type { LayoutValues, Place } from '#accounts/rule_tables/layouts'

const GRID_STEP = 10
const MM_IN_POINT = 25.4 / 72
/** Height of a line of text that has no room of its own, as forms are set. */
const LINE = 1.25

const mark = (more: Partial<FormMark>): FormMark => ({
  ...{ kind: 'line', field: null, words: null, x: 0, y: 0, width: 0, height: 0 },
  ...{ size: 5.5, align: 'left', isBold: false, rowCount: null, rowStep: null },
  ...more,
})

/** A value of a form on the sheet: its name, and how often it stands below itself. */
export interface SheetValue {
  key: string
  name: string
  sheet: 'first' | 'more'
  rows: number
}

interface Asked {
  title: string
  values: LayoutValues
  marks: readonly SheetValue[]
  /** What the printed paper already has, by its sheet; none to lay it over that paper. */
  paper: Readonly<Record<'first' | 'more', readonly FormMark[]>>
}

/**
 * The test print of a layout: a grid of centimetres, and the outline of each value with its name in its
 * true place. Laid over the official paper it shows by how much a value stands beside its field.
 */
export async function layoutSheet({ title, values, marks, paper }: Asked): Promise<Buffer> {
  const [width, height] = [Number(values.widthMm), Number(values.heightMm)]
  const sheets = (['first', 'more'] as const)
    .filter((sheet) => sheet === 'first' || marks.some((one) => one.sheet === sheet))
    .map((sheet) => ({
      marks: [
        ...gridOf(width, height),
        ...paper[sheet],
        ...marks.filter((one) => one.sheet === sheet).flatMap((one) => outlines(one, values)),
      ],
      ...{ values: {}, rows: {} },
    }))
  const output = new PassThrough({ highWaterMark: 1 << 24 })
  const page = { title, author: 'Diwan', width, height, onPaper: false }
  const [file] = await Promise.all([buffer(output), printForm(output, page, sheets)])
  return file
}

function gridOf(width: number, height: number): FormMark[] {
  const places = (most: number) =>
    Array.from({ length: Math.floor(most / GRID_STEP) }, (_, at) => (at + 1) * GRID_STEP)
  return [
    ...places(width).map((x) => mark({ x, height, isPale: true })),
    ...places(height).map((y) => mark({ y, width, isPale: true })),
    ...places(width).map((x) => mark({ kind: 'words', words: String(x), x: x + 0.5, width: 8 })),
    ...places(height).map((y) =>
      mark({ kind: 'words', words: String(y), x: 0.5, y: y + 0.3, width: 8 })
    ),
  ]
}

/** The box of a value, and of each row below it; the first one says its name. */
function outlines({ key, name, rows }: SheetValue, { marks }: LayoutValues): FormMark[] {
  const place = marks[key]
  if (!place) return []
  const { x, y, width, height } = boxOf(place)
  const step = Number(place.step ?? 0)
  const boxes = Array.from({ length: rows }, (_, at) =>
    mark({ kind: 'box', x, y: y + at * step, width, height })
  )
  const said = { kind: 'words', words: name, x, y, width, height, align: 'center' } as const
  return [...boxes, mark(said)]
}

/** The box of a value in millimetres; a text without height has that of its letters. */
export function boxOf({ x, y, w, h, size }: Place) {
  const letters = Number(size) * LINE * MM_IN_POINT
  return {
    ...{ x: Number(x), y: Number(y), width: Number(w) },
    height: Math.max(Number(h), Math.round(letters * 100) / 100),
  }
}
