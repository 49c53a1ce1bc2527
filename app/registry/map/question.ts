import vine from '@vinejs/vine'
import db from '@adonisjs/lucid/services/db'
import { readBox, type Box } from '#registry/ogc/question'

/** States of an asset's life that a map shows; the others are no longer current. */
export const LIVES = ['planned', 'in_service', 'idle', 'under_used', 'surplus', 'disposal'] as const
export const DOMAINS = ['public', 'private', 'endowment', 'leased_in', 'unknown'] as const
/** What of an asset's affairs may be asked for: who stays on after his right, whose land is taken. */
export const MARKS = ['holdover', 'encroachment'] as const
export type Mark = (typeof MARKS)[number]

export const windowForm = vine.create({
  bbox: vine.string().maxLength(200),
  zoom: vine.number().withoutDecimals().range([0, 22]),
  class: vine.string().maxLength(40).optional(),
  life: vine.enum(LIVES).optional(),
  domain: vine.enum(DOMAINS).optional(),
  mark: vine.enum(MARKS).optional(),
})

/** What a look at the map asks: a box of degrees, how near, and which assets. */
export interface WindowQuestion {
  box: Box
  zoom: number
  /** Classes by id; null for all. */
  classes: number[] | null
  life: (typeof LIVES)[number] | null
  domain: (typeof DOMAINS)[number] | null
  mark: Mark | null
}

interface Asked {
  bbox: string
  zoom: number
  class?: string
  life?: WindowQuestion['life']
  domain?: WindowQuestion['domain']
  mark?: Mark
}

/** @throws OgcRequestError for a box that is none */
export async function windowQuestion(asked: Asked): Promise<WindowQuestion> {
  return {
    box: readBox(asked.bbox)!,
    zoom: asked.zoom,
    classes: asked.class ? await classesBelow(asked.class) : null,
    life: asked.life ?? null,
    domain: asked.domain ?? null,
    mark: asked.mark ?? null,
  }
}

/** A class of the tree and those below it. */
async function classesBelow(code: string): Promise<number[]> {
  const rows = await db
    .from('asset_classes')
    .where('code', code)
    .orWhere('code', 'like', `${code.replace(/[%_\\]/g, '\\$&')}.%`)
    .select('id')
  return rows.map(({ id }) => Number(id))
}
