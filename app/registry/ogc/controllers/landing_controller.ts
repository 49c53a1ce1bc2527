import type { HttpContext } from '@adonisjs/core/http'
import { answer, askedPlainly } from '#registry/ogc/answer'
import { landingDocument } from '#registry/ogc/documents'

/** Where a program that reads the layers begins. */
export default class LandingController {
  show(ctx: HttpContext) {
    const { address, format, locale } = askedPlainly(ctx)
    return answer(ctx, { format }, landingDocument(address, format, locale), { view: 'landing' })
  }
}
