import { Route } from '@adonisjs/core/http'
import type { RouteJSON, ParsedNamedMiddleware } from '@adonisjs/core/types/http'

/** What a token may open: `ogc` the map layers. */
export const TOKEN_SCOPES = ['ogc'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

const MARK = 'tokens'

class TokenMark {
  handle(_ctx: unknown, next: () => Promise<void>) {
    return next()
  }
}

Route.macro('takesTokens', function (this: Route, scope: TokenScope) {
  const mark: ParsedNamedMiddleware = {
    name: MARK,
    reference: TokenMark as never,
    // Only carries the scope; the door reads it.
    handle: (_resolver, _ctx, next) => next(),
    args: { scope },
  }
  return this.use(mark)
})

const known = new WeakMap<RouteJSON, TokenScope | null>()

/** The scope of tokens that open a route, or null where none does. */
export function tokenScopeOf(route: RouteJSON): TokenScope | null {
  const cached = known.get(route)
  if (cached !== undefined) return cached
  let found: TokenScope | null = null
  for (const middleware of route.middleware.all()) {
    if (typeof middleware === 'function' || middleware.name !== MARK) continue
    found = (middleware.args as unknown as { scope: TokenScope }).scope
  }
  known.set(route, found)
  return found
}

declare module '@adonisjs/core/http' {
  interface Route {
    /** Programs may come here with a token of this scope instead of a session; only for reading. */
    takesTokens(scope: TokenScope): this
  }
}
