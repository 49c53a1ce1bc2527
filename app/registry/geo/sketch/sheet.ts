import qrcode from 'qrcode'
import type { Drawing, Mark, SheetPlace } from '#core/documents/drawing'
import type { Words } from '#core/lists/definition'
import { box, surroundings } from '#registry/geo/sketch/around'
import { cornerTable } from '#registry/geo/sketch/corner_table'
import { outlineOf, type Outline } from '#registry/geo/sketch/outline'
import { factsOf, SIGNATORIES, type SketchSubject } from '#registry/geo/sketch/subject'

/** كروكي as one sheet, with everything that is written around it. */
export interface Sheet extends Drawing, Pick<Outline, 'epsg' | 'scale' | 'corners'> {}

const WIDTH = 190
const SIDE = 150
const QR = 26
const LINE = 5.4
/** Corners listed on the sheet; the PDF lists all. */
const LISTED = 60

/**
 * The sheet of a parcel as one picture: facts and QR code, the outline in its frame with north, scale bar
 * and what lies on each side, the table of corners and the boxes to be signed.
 */
export function sheetOf(subject: SketchSubject, words: Words): Sheet {
  // The facts name the scale and the scale knows the frame; their number is known before.
  const at = (top: number) => ({ left: 0, top, width: WIDTH, height: SIDE })
  const draw = (top: number) =>
    outlineOf(subject.shape, {
      epsg: subject.srid,
      frame: at(top),
      margin: 22,
      neighbours: subject.neighbours,
      words,
    })
  const rows = Math.ceil(factsOf(subject, draw(0), words).length / 2)
  const top = Math.max(11 + rows * LINE, QR + 3)
  const outline = draw(top)
  const listed = outline.corners.slice(0, LISTED)
  const table = cornerTable(listed, outline.corners.length, top + SIDE + 7, words)
  const boxes = signatureBoxes(table.bottom + 2, words)
  return {
    ...outline,
    width: WIDTH,
    height: table.bottom + 26,
    marks: [
      ...outline.marks,
      ...heading(subject, outline, words),
      ...surroundings(at(top), outline.scale, subject.boundaries, words),
      ...table.marks,
      ...boxes,
    ],
  }
}

function heading(subject: SketchSubject, outline: Outline, words: Words): Mark[] {
  const isArabic = words.locale === 'ar'
  const hold = isArabic ? 'right' : 'left'
  const column = (index: number) => {
    const offset = index * 84
    return isArabic ? WIDTH - offset : offset
  }
  const facts = factsOf(subject, outline, words).map(([label, value], index): Mark => ({
    kind: 'text',
    at: [column(index % 2), 13.5 + Math.floor(index / 2) * LINE],
    text: short(`${label}: ${value}`),
    size: 3.1,
    hold,
    role: 'words',
  }))
  const title = words.t('registry.sketch.sheet_title', { title: subject.title })
  return [
    { kind: 'text', at: [column(0), 6], text: title, size: 5, hold, role: 'title' },
    ...facts,
    qrMark(subject.url, [isArabic ? 0 : WIDTH - QR, 0]),
  ]
}

function short(text: string): string {
  return text.length > 58 ? `${text.slice(0, 57)}…` : text
}

/** A QR code as one shape of squares. */
function qrMark(payload: string, [left, top]: SheetPlace): Mark {
  const { modules } = qrcode.create(payload, { errorCorrectionLevel: 'M' })
  const step = QR / modules.size
  const rings: SheetPlace[][] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const [x, y] = [left + column * step, top + row * step]
      rings.push([
        [x, y],
        [x + step, y],
        [x + step, y + step],
        [x, y + step],
      ])
    }
  }
  return { kind: 'outline', rings, role: 'ink' }
}

function signatureBoxes(top: number, { t, locale }: Words): Mark[] {
  const gap = 3
  const width = (WIDTH - gap * (SIGNATORIES.length - 1)) / SIGNATORIES.length
  return SIGNATORIES.flatMap((who, index): Mark[] => {
    const place = index * (width + gap)
    const left = locale === 'ar' ? WIDTH - place - width : place
    return [
      box({ left, top, width, height: 22 }),
      {
        kind: 'text',
        at: [left + width / 2, top + 5],
        text: t(`registry.sketch.signatories.${who}`),
        size: 3,
        hold: 'middle',
        role: 'title',
      },
    ]
  })
}
