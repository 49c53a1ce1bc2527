import type { HttpContext } from '@adonisjs/core/http'
import { answer, askedPlainly, type Asked } from '#registry/ogc/answer'
import type { OgcCollection } from '#registry/ogc/collection'
import { collectionOf, collectionsOf } from '#registry/ogc/collections/index'
import { collectionDocument } from '#registry/ogc/documents'
import { extentOf } from '#registry/ogc/extent'
import type User from '#identity/models/user'

/** The layers a person may open, with the extent of what he may see of each. */
export default class CollectionsController {
  async index(ctx: HttpContext) {
    const ask = askedPlainly(ctx)
    const collections = []
    for (const collection of collectionsOf(ctx.auth.user!)) {
      collections.push(await described(collection, ctx.auth.user!, ask))
    }
    const links = ask.address.selfAndAlternate(ask.format)
    return answer(ctx, ask, { links, collections }, { view: 'collections' })
  }

  async show(ctx: HttpContext) {
    const ask = askedPlainly(ctx)
    const collection = collectionOf(ctx.auth.user!, ctx.params.collection)
    const document = await described(collection, ctx.auth.user!, ask)
    return answer(ctx, ask, document, { view: 'collection', state: { collection } })
  }
}

async function described(collection: OgcCollection, reader: User, ask: Asked) {
  return collectionDocument(collection, await extentOf(collection, reader), ask)
}
