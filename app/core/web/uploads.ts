import { Route } from '@adonisjs/core/http'
import type { ParsedNamedMiddleware, RouteJSON } from '@adonisjs/core/types/http'

/** The route's name in the middleware list under which its limit travels. */
const MARK = 'takesFile'

class UploadMark {
  handle(_ctx: unknown, next: () => Promise<void>) {
    return next()
  }
}

Route.macro('takesFile', function (this: Route, megabytes: number) {
  const mark: ParsedNamedMiddleware = {
    name: MARK,
    reference: UploadMark as never,
    // The mark only carries the limit; the body middleware enforces it for every route.
    handle: (_resolver, _ctx, next) => next(),
    args: megabytes,
  }
  return this.use(mark)
})

/** The largest body in megabytes of a route that takes a file, null for a route that takes none. */
export function uploadLimit(route: RouteJSON): number | null {
  for (const middleware of route.middleware.all()) {
    if (typeof middleware === 'function' || middleware.name !== MARK) continue
    return Number(middleware.args)
  }
  return null
}

declare module '@adonisjs/core/http' {
  interface Route {
    /**
     * This route's form carries a file, and its whole body may have so many megabytes. Every other
     * route takes no file, and a form of at most the size that `config/bodyparser.ts` tells.
     */
    takesFile(megabytes: number): this
  }
}
