import type { HttpRequest } from '@adonisjs/core/http'

/**
 * The path (with its query) a person came from, or null when it is unknown or not ours. Only a path of
 * this same host is ever given, so a forged Referer cannot turn a refusal into an open redirect.
 */
export function safeBackPath(request: Pick<HttpRequest, 'header' | 'host'>): string | null {
  // Our own script names the page of the dialog a form was sent from; the referrer is the page under it.
  const stated = request.header('x-back-to')
  if (stated && /^\/(?![/\\])/.test(stated)) return stated

  const referrer = request.header('referer') ?? request.header('referrer')
  if (!referrer) return null

  let url: URL
  try {
    url = new URL(referrer)
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.host !== request.host()) return null

  // "//elsewhere.example" as a path would be read by browsers as another host.
  const path = url.pathname.replace(/^[/\\]+/, '/')
  return `${path}${url.search}`
}
