import { formatDay, today } from '#core/days'
import type { Detail } from '#core/documents/details'
import type { Words } from '#core/lists/definition'
import { writtenFeddan } from '#registry/geo/feddan'
import { gridOf } from '#registry/geo/grids'
import { ellipsoidArea, perimeter, type Shape } from '#registry/geo/shape'
import type { Boundary } from '#registry/geo/sketch/around'
import type { Outline } from '#registry/geo/sketch/outline'

/** What a sketch is of, with all that is written around it. */
export interface SketchSubject {
  title: string
  /** Code of the asset, or the number of the transaction that proposes it. */
  code: string
  unit: { id: number; name: string }
  shape: Shape
  /** Grid of the survey. */
  srid: number
  /** Areas as papers have them, the computed one apart. */
  areas: readonly { kind: string; m2: string; as_written: string | null }[]
  survey: { surveyor: string | null; surveyed_on: string | null; version: number | null }
  boundaries: readonly Boundary[]
  neighbours: readonly { shape: Shape; code: string }[]
  /** Where it is looked up: the QR code says it. */
  url: string
  /** Whether it is not yet approved. */
  isProposed: boolean
}

/** The lines at the head of a sketch: whose it is, how large, on which grid and from which survey. */
export function factsOf(subject: SketchSubject, outline: Outline, words: Words): Detail[] {
  const { t, locale } = words
  const say = (key: string, data?: Record<string, unknown>) => t(`registry.sketch.${key}`, data)
  const area = (m2: number | string, written: string | null) => {
    const plain = typeof m2 === 'number' ? m2.toFixed(2) : m2.replace(/\.?0+$/, '')
    return `${plain} ${t('registry.areas.m2_short')} — ${written ?? writtenFeddan(m2, locale)}`
  }
  const { survey } = subject
  const facts: (Detail | null)[] = [
    [t('registry.assets.code'), subject.code],
    [t('core.fields.unit'), subject.unit.name],
    [t('registry.areas.kinds.computed'), area(ellipsoidArea(subject.shape), null)],
    ...subject.areas.map(({ kind, m2, as_written: written }): Detail => [
      t(`registry.areas.kinds.${kind}`),
      area(m2, written),
    ]),
    [say('perimeter'), `${perimeter(subject.shape).toFixed(2)} ${say('m')}`],
    [t('registry.geometry.grid'), `${gridOf(outline.epsg).names[locale]} EPSG:${outline.epsg}`],
    [say('scale_label'), `1:${outline.scale}`],
    survey.surveyed_on
      ? [t('registry.geometry.surveyed_on'), formatDay(survey.surveyed_on, locale)]
      : null,
    survey.surveyor ? [t('registry.geometry.surveyor'), survey.surveyor] : null,
    survey.version === null ? null : [t('registry.geometry.version'), String(survey.version)],
    [say('drawn_on'), formatDay(today(), locale)],
    subject.isProposed ? [say('standing'), say('proposed')] : null,
  ]
  return facts.filter((fact) => fact !== null)
}

/** Who signs a sketch, in the order of the boxes; the last is for the seal. */
export const SIGNATORIES = ['surveyor', 'reviewer', 'head', 'stamp'] as const
