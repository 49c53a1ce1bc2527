import db from '@adonisjs/lucid/services/db'
import { DomainError, type Sentence } from '#core/domain_error'
import type { Words } from '#core/lists/definition'
import type { Actor } from '#audit/actor'
import { feddan } from '#registry/geo/feddan'
import { gridOf } from '#registry/geo/grids'
import { ellipsoidArea, gridArea, perimeter } from '#registry/geo/shape'
import type { Divided } from '#registry/forms/divided'
import type { Surveyed } from '#registry/forms/survey'
import { sketchPicture } from '#registry/geo/sketch/picture'
import { svgOf } from '#registry/geo/sketch/svg'
import ProposeChange, { type AskedChange } from '#registry/register/propose_change'
import type { Finding } from '#registry/rules/finding'

/** What a form would come to if it were sent now; nothing of it is kept. */
export interface Preview {
  findings: Finding[]
  refusal: Sentence | null
  ground: Ground | null
  /** Areas of a split or a merger. */
  divided: Divided | null
}

/** A pasted shape, measured and drawn. */
export interface Ground {
  svg: string | null
  grid: string
  guessed: boolean
  others: { name: string; score: number }[]
  m2: string | null
  grid_m2: string | null
  perimeter: string | null
  feddan: { feddan: number; qirat: number; sahm: string } | null
  /** How far the computed area lies from the deed's: `+0.42`, in per cent. */
  apart: string | null
  /** How grave that is by R4's default bounds, for the picture beside the figure. */
  tone: 'success' | 'warning' | 'danger'
}

/** Carries what was seen out of a transaction that is given up. */
class Seen extends Error {
  constructor(readonly findings: Finding[]) {
    super('seen')
  }
}

/**
 * Proposes in a transaction that is given up: the very rules of a proposal speak, and nothing stays, no
 * number is spent.
 */
export async function previewChange(
  asked: AskedChange,
  by: Actor & { id: number }
): Promise<Pick<Preview, 'findings' | 'refusal'>> {
  try {
    await db.transaction(async (trx) => {
      const { findings } = await new ProposeChange().handle(asked, { by, trx })
      throw new Seen((findings ?? []) as Finding[])
    })
  } catch (error) {
    if (error instanceof Seen) return { findings: error.findings, refusal: null }
    if (error instanceof DomainError) return { findings: [], refusal: error.messages }
    throw error
  }
  return { findings: [], refusal: null }
}

/** The measures of a pasted shape beside the area of its deed. */
export function groundOf(
  { survey, likely, guessed }: Surveyed,
  deedM2: string | null,
  words: Words
): Ground {
  const { shape, source_srid: epsg } = survey
  const isArea = shape.type !== 'Point'
  const area = isArea ? ellipsoidArea(shape) : null
  const share = area !== null && deedM2 ? ((area - Number(deedM2)) / Number(deedM2)) * 100 : null
  const size = share === null ? 0 : Math.abs(share)
  return {
    svg: isArea ? svgOf(sketchPicture(shape, epsg, words), words.t('registry.sketch.title')) : null,
    grid: gridOf(epsg).names[words.locale],
    guessed,
    others: likely
      .filter((one) => one.epsg !== epsg)
      .slice(0, 3)
      .map((one) => ({ name: gridOf(one.epsg).names[words.locale], score: one.score })),
    m2: area === null ? null : area.toFixed(2),
    grid_m2: isArea && epsg !== 4326 ? gridArea(shape, epsg).toFixed(2) : null,
    perimeter: isArea ? perimeter(shape).toFixed(2) : null,
    feddan: area === null ? null : feddan(area),
    apart: share === null ? null : `${share > 0 ? '+' : ''}${share.toFixed(2)}`,
    tone: size <= 1 ? 'success' : size <= 5 ? 'warning' : 'danger',
  }
}
