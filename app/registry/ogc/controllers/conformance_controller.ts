import type { HttpContext } from '@adonisjs/core/http'
import { answer, askedPlainly } from '#registry/ogc/answer'
import { CONFORMANCE } from '#registry/ogc/documents'

/** What of the standard is kept. */
export default class ConformanceController {
  show(ctx: HttpContext) {
    const { format, address } = askedPlainly(ctx)
    const links = address.selfAndAlternate(format)
    return answer(ctx, { format }, { conformsTo: CONFORMANCE, links }, { view: 'conformance' })
  }
}
