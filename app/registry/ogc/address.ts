import type { HttpContext } from '@adonisjs/core/http'
import { FORMAT_PARAMETER } from '#registry/ogc/question'
import { OgcRequestError } from '#registry/ogc/errors'

/** A link of a document: both `rel` and `type`, because clients choose by both. */
export interface Link {
  href: string
  rel: string
  type: string
  title?: string
}

export const JSON_TYPE = 'application/json'
export const GEOJSON_TYPE = 'application/geo+json'
export const HTML_TYPE = 'text/html'
export const SCHEMA_TYPE = 'application/schema+json'
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0'

export type Format = 'json' | 'html'

/**
 * The parameters as they were sent. The framework's own reading takes a comma for a list, which breaks
 * boxes and names with a comma in them.
 */
export function sentBy({ request }: HttpContext): Record<string, string | string[]> {
  const query = new URLSearchParams(request.parsedUrl.query ?? '')
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name)
      return [name, values.length === 1 ? values[0]! : values]
    })
  )
}

/** The format asked for by `f`, else by what the client accepts, else JSON. @throws OgcRequestError */
export function formatOf(ctx: HttpContext): Format {
  const { request } = ctx
  const asked = sentBy(ctx)[FORMAT_PARAMETER]
  if (asked !== undefined) {
    if (asked === 'json' || asked === 'html') return asked
    throw new OgcRequestError(FORMAT_PARAMETER, 'json أو html.', 'is json or html.')
  }
  const best = request.types().find((type) => /html|json|\*\/\*/.test(type))
  return best?.includes('html') ? 'html' : 'json'
}

/** Absolute addresses below `/ogc`, as the client itself reached the house. */
export class Address {
  readonly root: string
  readonly #ctx: HttpContext

  constructor(ctx: HttpContext) {
    this.#ctx = ctx
    this.root = `${ctx.request.protocol()}://${ctx.request.host()}/ogc`
  }

  /** An address below the root with its query. */
  of(path: string, query: Record<string, string | number> = {}): string {
    const text = new URLSearchParams(query as Record<string, string>).toString()
    return `${this.root}${path}${text ? `?${text}` : ''}`
  }

  /** This very page in a format: all that was asked stays, other things replace it. */
  here(changes: Record<string, string | number | null> = {}): string {
    const query = new URLSearchParams(this.#ctx.request.parsedUrl.query ?? '')
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name)
      else query.set(name, String(value))
    }
    const text = query.toString()
    return this.root + this.#ctx.request.url().slice('/ogc'.length) + (text ? `?${text}` : '')
  }

  /** This page itself and the same in the other format. */
  selfAndAlternate(format: Format, jsonType = JSON_TYPE): Link[] {
    const types = { json: jsonType, html: HTML_TYPE }
    const other: Format = format === 'json' ? 'html' : 'json'
    return [
      { href: this.here(), rel: 'self', type: types[format], title: 'This document' },
      { href: this.here({ f: other }), rel: 'alternate', type: types[other], title: `As ${other}` },
    ]
  }
}
