import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/clock'
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, sentBy } from '#registry/ogc/address'
import { answer, asked, askedPlainly } from '#registry/ogc/answer'
import { collectionOf } from '#registry/ogc/collections/index'
import { readQuestion } from '#registry/ogc/question'
import { itemsPage, oneFeature } from '#registry/ogc/read'

/** The features of a layer, page by page, and one of them. */
export default class ItemsController {
  async index(ctx: HttpContext) {
    const collection = collectionOf(ctx.auth.user!, ctx.params.collection)
    const question = readQuestion(sentBy(ctx), collection)
    const ask = asked(ctx)
    const { features, matched, next } = await itemsPage(collection, question, ctx.auth.user!)
    const { address, format, locale } = ask
    const type = format === 'html' ? HTML_TYPE : GEOJSON_TYPE
    // The way on repeats all that was asked; after the last number nothing is counted off again.
    const onward = next && address.here({ after: next, offset: null })
    const document = {
      type: 'FeatureCollection',
      timeStamp: clock.now().toISOString(),
      ...(matched === null ? {} : { numberMatched: matched }),
      numberReturned: features.length,
      links: [
        ...address.selfAndAlternate(format, GEOJSON_TYPE),
        ...(onward ? [{ href: onward, rel: 'next', type, title: 'Next page' }] : []),
        {
          href: address.of(`/collections/${collection.id}`),
          rel: 'collection',
          type: JSON_TYPE,
          title: collection.title[locale],
        },
      ],
      features,
    }
    return answer(ctx, ask, document, {
      view: 'items',
      state: { collection, next: onward },
      type: GEOJSON_TYPE,
    })
  }

  async show(ctx: HttpContext) {
    const ask = askedPlainly(ctx)
    const { address, format, locale } = ask
    const collection = collectionOf(ctx.auth.user!, ctx.params.collection)
    const feature = await oneFeature(collection, ctx.params.feature, ctx.auth.user!)
    const links = [
      ...address.selfAndAlternate(format, GEOJSON_TYPE),
      {
        href: address.of(`/collections/${collection.id}`),
        rel: 'collection',
        type: JSON_TYPE,
        title: collection.title[locale],
      },
    ]
    return answer(
      ctx,
      ask,
      { ...feature, links },
      {
        view: 'item',
        state: { collection },
        type: GEOJSON_TYPE,
      }
    )
  }
}
