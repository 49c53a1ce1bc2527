import type { HttpContext } from '@adonisjs/core/http'
import { wordsOf } from '#core/lists/list'
import { answerSketch, ownAddress } from '#registry/geo/sketch/answer'
import { parcelSketch } from '#registry/geo/sketch/parcel_sketch'
import Asset from '#registry/models/asset'

/** كروكي: the sketch of a parcel as a page, a picture, or a sheet to print and sign. */
export default class SketchesController {
  async show(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const asset = await Asset.visibleTo(user)
      .where('assets.id', ctx.params.id)
      .preload('unit')
      .firstOrFail()
    const path = `/registry/assets/${asset.id}`
    const url = ownAddress(ctx, path)
    const subject = await parcelSketch(asset, { reader: user, words: wordsOf(ctx), url })
    return answerSketch(ctx, subject, {
      back: { label: asset.code, url: path },
      file: `sketch-${asset.id}`,
    })
  }
}
