import type { HttpContext } from '@adonisjs/core/http'
import { wordsOf } from '#core/lists/list'
import { parcelSketch } from '#registry/geo/sketch/parcel_sketch'
import { svgOf } from '#registry/geo/sketch/svg'
import Asset from '#registry/models/asset'

/** كروكي: the sketch of a parcel on a sheet to print, or as a picture. */
export default class SketchesController {
  async show(ctx: HttpContext) {
    const { auth, params, request, response, view } = ctx
    const user = auth.getUserOrFail()
    const { locale } = wordsOf(ctx)
    const asset = await Asset.visibleTo(user)
      .where('assets.id', params.id)
      .preload('unit')
      .firstOrFail()
    const title = `${asset.name} — ${asset.code}`
    const drawn = await parcelSketch({ id: asset.id, title }, user, locale)
    const svg = drawn && svgOf(drawn.sketch, title)
    if (request.qs().format === 'svg' && svg) {
      return response
        .header('Content-Type', 'image/svg+xml; charset=utf-8')
        .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
        .header('Content-Disposition', `attachment; filename="sketch-${asset.id}.svg"`)
        .send(svg)
    }
    return view.render('pages/registry/assets/sketch', {
      asset,
      title,
      svg,
      corners: drawn?.sketch.corners ?? [],
      epsg: drawn?.sketch.epsg ?? null,
      survey: drawn?.survey ?? null,
    })
  }
}
