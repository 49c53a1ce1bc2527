import type { HttpContext } from '@adonisjs/core/http'
import { wordsOf } from '#core/lists/list'
import { unitText, unitsLike, unitsOffered } from '#core/lists/units_offered'
import { viewerOf } from '#core/web/viewer'

/** Suggests units while a name is typed: only those where the person holds the permission. */
export default class UnitChoicesController {
  async index(ctx: HttpContext) {
    const { q, permission, open } = ctx.request.qs()
    if (typeof q !== 'string' || typeof permission !== 'string') return ctx.response.json([])
    const units = await unitsOffered(viewerOf(ctx)!, permission, wordsOf(ctx).locale)
    const offered = open ? units.filter(({ isOpen }) => isOpen) : units
    return ctx.response.json(unitsLike(offered, q.slice(0, 100)).map(unitText))
  }
}
