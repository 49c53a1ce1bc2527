import type { HttpContext } from '@adonisjs/core/http'
import { SCHEMA_TYPE } from '#registry/ogc/address'
import { answer, asked } from '#registry/ogc/answer'
import { collectionOf } from '#registry/ogc/collections/index'
import { schemaDocument } from '#registry/ogc/documents'

/** The attributes of a layer as JSON Schema. */
export default class SchemasController {
  show(ctx: HttpContext) {
    const { address, locale } = asked(ctx, [])
    const collection = collectionOf(ctx.auth.user!, ctx.params.collection)
    return answer(ctx, { format: 'json' }, schemaDocument(collection, address, locale), {
      view: '',
      type: SCHEMA_TYPE,
    })
  }
}
