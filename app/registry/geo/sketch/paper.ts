import type { Writable } from 'node:stream'
import ReportDocument from '#core/documents/report_document'
import type { Words } from '#core/lists/definition'
import { documentHash } from '#identity/actions/decide_approval'
import { SIDES } from '#registry/rules/sides'
import { surroundings } from '#registry/geo/sketch/around'
import { outlineOf, type Frame, type Outline } from '#registry/geo/sketch/outline'
import { factsOf, SIGNATORIES, type SketchSubject } from '#registry/geo/sketch/subject'

export const PAPERS = ['A4', 'A3'] as const
export type Paper = (typeof PAPERS)[number]

/** On a smaller scale than this, or with more corners, a parcel is drawn on the larger sheet. */
const SMALLEST_ON_A4 = 2500
const MOST_CORNERS_ON_A4 = 120

/** Width and height of the frame on each sheet, in millimetres: a page holds it with its facts. */
const FRAMES: Record<Paper, Frame> = {
  A4: { left: 0, top: 0, width: 184, height: 150 },
  A3: { left: 0, top: 0, width: 271, height: 260 },
}

function drawOn(paper: Paper, { shape, srid, neighbours }: SketchSubject, words: Words): Outline {
  const frame = FRAMES[paper]
  return outlineOf(shape, { epsg: srid, frame, margin: 22, neighbours, words })
}

/** The sheet on which a parcel is readable. */
export function paperFor(subject: SketchSubject, words: Words): Paper {
  const { scale, corners } = drawOn('A4', subject, words)
  return scale > SMALLEST_ON_A4 || corners.length > MOST_CORNERS_ON_A4 ? 'A3' : 'A4'
}

/**
 * كروكي to be printed at its scale and signed: facts, QR code, the drawing, what lies on each side, every
 * corner over as many pages as they need, boxes to sign and a fingerprint of what is said.
 */
export async function printSketch(
  subject: SketchSubject,
  { words, paper }: { words: Words; paper: Paper },
  target: Writable
): Promise<void> {
  const { t, locale } = words
  const say = (key: string) => t(`registry.sketch.${key}`)
  const frame = FRAMES[paper]
  const outline = drawOn(paper, subject, words)
  const facts = factsOf(subject, outline, words)
  const document = new ReportDocument(target, {
    title: say('title'),
    subtitle: subject.title,
    organisation: [subject.unit.name, say('office')],
    locale,
    paper,
    reportNumber: subject.code,
    qr: subject.url,
    question: facts,
  })
  const marks = surroundings(frame, outline.scale, subject.boundaries, words)
  document.drawing({ ...frame, marks: [...outline.marks, ...marks] })
  if (subject.boundaries.length > 0) {
    document.heading(say('sides'))
    await document.table({
      columns: [
        { key: 'side', heading: t('registry.sides.side'), weight: 1 },
        { key: 'text', heading: t('registry.sides.neighbour'), weight: 4 },
        { key: 'length', heading: say('length'), weight: 2, align: 'right' },
      ],
      rows: subject.boundaries.map(({ side, text, length }) => ({
        side: SIDES[side as keyof typeof SIDES]?.[locale] ?? side,
        text: text ?? '—',
        length: length ?? '—',
      })),
    })
  }
  document.heading(t('registry.geometry.corners', { count: outline.corners.length }))
  await document.table({
    columns: [
      { key: 'label', heading: say('corner'), weight: 1 },
      { key: 'east', heading: say('east'), weight: 3, align: 'right' },
      { key: 'north', heading: say('north'), weight: 3, align: 'right' },
      { key: 'length', heading: say('next'), weight: 2, align: 'right' },
    ],
    rows: outline.corners.map((corner) => ({ ...corner })),
    groupBy: outline.corners[0]?.part ? 'part' : undefined,
  })
  document.signatures(SIGNATORIES.map((who) => ({ role: say(`signatories.${who}`) })))
  const seal = documentHash({ facts, corners: outline.corners, boundaries: subject.boundaries })
  await document.close({ seal: seal.toString('hex').slice(0, 16) })
}
