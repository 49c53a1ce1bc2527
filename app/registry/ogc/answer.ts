import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { Address, formatOf, JSON_TYPE, sentBy, type Format } from '#registry/ogc/address'
import { FORMAT_PARAMETER, refuseUnknown } from '#registry/ogc/question'

/** What every page of the API begins with: its addresses, format and language. */
export interface Asked {
  address: Address
  format: Format
  locale: Locale
}

/** @throws OgcRequestError for parameters that the page does not have */
export function asked(ctx: HttpContext, parameters?: readonly string[]): Asked {
  if (parameters) refuseUnknown(sentBy(ctx), parameters)
  return {
    address: new Address(ctx),
    format: formatOf(ctx),
    locale: ctx.i18n.locale === 'en' ? 'en' : 'ar',
  }
}

/** As {@link asked} for pages whose one parameter is the format. */
export function askedPlainly(ctx: HttpContext): Asked {
  return asked(ctx, [FORMAT_PARAMETER])
}

/** Answers with the document, or with its page. What one person sees is kept for nobody else. */
export async function answer(
  ctx: HttpContext,
  { format }: Pick<Asked, 'format'>,
  document: object,
  page: { view: string; state?: Record<string, unknown>; type?: string; links?: boolean }
) {
  const { response, view } = ctx
  response.header('Cache-Control', 'private, no-cache')
  response.append('Vary', 'Accept, Accept-Language, Cookie, Authorization')
  if (format === 'html') {
    return view.render(`pages/registry/ogc/${page.view}`, { document, ...page.state })
  }
  const type = page.type ?? JSON_TYPE
  response.header('Content-Type', type.includes(';') ? type : `${type}; charset=utf-8`)
  return response.send(JSON.stringify(document))
}
