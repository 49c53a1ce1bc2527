import db from '@adonisjs/lucid/services/db'
import type { Words } from '#core/lists/definition'
import { writtenFeddan } from '#registry/geo/feddan'
import { unionOf } from '#registry/geo/overlay'
import { ellipsoidArea, type Shape } from '#registry/geo/shape'
import { partsPicture } from '#registry/geo/sketch/parts_picture'
import { svgOf } from '#registry/geo/sketch/svg'
import { geometryAsOf } from '#registry/register/as_of'

/** One area of a split or merger as its preview lists it. */
export interface DividedPart {
  label: string
  name: string | null
  m2: string
  feddan: string
  /** Its share of the whole: `41.20`, in per cent. */
  share: string
}

/** The parts of a split, or the parcels of a merger, measured and drawn, beside the whole. */
export interface Divided {
  svg: string
  parts: DividedPart[]
  whole: { m2: string; feddan: string }
  /** How far the parts together are from the whole (R6): `+0.02`, in square metres. */
  apart: string
}

interface Piece {
  label: string
  name: string | null
  shape: Shape
}

/** What a proposal to split or to merge comes to on the ground; null where it has none. */
export async function dividedBy(
  kind: string,
  proposal: Record<string, any>,
  words: Words
): Promise<Divided | null> {
  if (kind === 'split') {
    const whole = await areaOfAsset(Number(proposal.asset_id))
    const pieces = (proposal.parts as { facts: { name?: string }; geometry: any }[]).flatMap(
      ({ facts, geometry }, index): Piece[] => {
        const label = words.t('registry.forms.part', { part: index + 1 })
        return geometry ? [{ label, name: facts.name ?? null, shape: geometry.shape }] : []
      }
    )
    return whole && pieces.length > 0 ? measured(pieces, whole, words) : null
  }
  if (kind !== 'merge') return null
  const pieces: Piece[] = []
  for (const { asset_id: id } of proposal.assets as { asset_id: number }[]) {
    const shape = await areaOfAsset(Number(id))
    const { code, name } = await db.from('assets').where('id', id).select('code', 'name').first()
    if (shape) pieces.push({ label: code, name, shape })
  }
  if (pieces.length < 2) return null
  return measured(pieces, unionOf(pieces.map(({ shape }) => shape)), words)
}

function measured(pieces: readonly Piece[], whole: Shape, words: Words): Divided {
  const { locale } = words
  const all = ellipsoidArea(whole)
  const areas = pieces.map(({ shape }) => ellipsoidArea(shape))
  const apart = areas.reduce((sum, area) => sum + area, 0) - all
  return {
    svg: svgOf(partsPicture(pieces, words), words.t('registry.forms.divided')),
    parts: pieces.map(({ label, name }, index) => ({
      label,
      name,
      m2: areas[index]!.toFixed(2),
      feddan: writtenFeddan(areas[index]!, locale),
      share: ((areas[index]! / all) * 100).toFixed(2),
    })),
    whole: { m2: all.toFixed(2), feddan: writtenFeddan(all, locale) },
    apart: `${apart < -0.005 ? '−' : '+'}${Math.abs(apart).toFixed(2)}`,
  }
}

async function areaOfAsset(id: number): Promise<Shape | null> {
  const standing = await geometryAsOf(id)
  return standing && standing.shape.type !== 'Point' ? standing.shape : null
}
