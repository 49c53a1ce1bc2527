import type { HttpContext } from '@adonisjs/core/http'
import { OPENAPI_TYPE } from '#registry/ogc/address'
import { answer, askedPlainly } from '#registry/ogc/answer'
import { collectionsOf } from '#registry/ogc/collections/index'
import { openApiDocument } from '#registry/ogc/openapi'

/** The API described as OpenAPI 3.0, for programs; for people a page of the layers and their parameters. */
export default class DescriptionsController {
  show(ctx: HttpContext) {
    const { address, format, locale } = askedPlainly(ctx)
    const collections = collectionsOf(ctx.auth.user!)
    return answer(ctx, { format }, openApiDocument(collections, address, locale), {
      view: 'description',
      state: { collections, root: address.root },
      type: OPENAPI_TYPE,
    })
  }
}
