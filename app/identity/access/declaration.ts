import { Route } from '@adonisjs/core/http'
import type { RouteJSON, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Permission } from '#identity/permissions'

/**
 * Where the unit of a request is found: in the row of a table named by a route parameter or by a
 * field of the form or query. `{ param: 'id', of: 'charges' }` reads `charges.unit_id` of that row.
 */
export interface RowScope {
  /** Name of the route parameter… */
  param?: string
  /** …or of the field in the body or the query string. */
  input?: string
  /** Table whose row belongs to a unit: it has `unit_id`, or is `units` or `users`. */
  of: string
  /** Column the value is looked up by; `id` unless told. */
  by?: string
  /** A missing `input` is a list over every unit the person may see. */
  optional?: true
}

/**
 * What a route shows or touches:
 * - `'list'`: rows of many units; its query starts from `visibleTo(user)`
 * - `'none'`: nothing that belongs to a unit
 * - `'everywhere'`: matters of the whole installation, for those who hold the permission at its root
 * - rows: each named row must lie within the units where the person holds the permission
 */
export type Scope = 'list' | 'none' | 'everywhere' | RowScope | RowScope[]

export type Declaration =
  | { for: 'everyone' }
  | { for: 'signedIn'; whilePasswordDue: boolean }
  | {
      for: 'holders'
      permissions: Permission[]
      /** Whether one of the permissions is enough, or each is needed. */
      need: 'any' | 'all'
      scope: Scope
    }

/** What a route asks for: a permission, any of several, or all of several. */
export type Asked = Permission | Permission[] | { all: Permission[] }

/**
 * Whether what is asked is held, when single permissions are judged by `holds`: in any unit at all, or
 * in one unit.
 */
export function satisfies(
  { permissions, need }: Declaration & { for: 'holders' },
  holds: (permission: Permission) => boolean
): boolean {
  return need === 'all' ? permissions.every(holds) : permissions.some(holds)
}

/** The route's name in the middleware list under which its declaration travels. */
const MARK = 'access'

class DeclarationMark {
  handle(_ctx: unknown, next: () => Promise<void>) {
    return next()
  }
}

function declare(route: Route, declaration: Declaration) {
  if (declarations.has(route)) {
    throw new Error(`Route ${route.getPattern()} declares its access twice`)
  }
  declarations.add(route)
  const mark: ParsedNamedMiddleware = {
    name: MARK,
    reference: DeclarationMark as never,
    // The mark only carries the declaration; the access middleware enforces it for every route.
    handle: (_resolver, _ctx, next) => next(),
    args: declaration,
  }
  return route.use(mark)
}

const declarations = new WeakSet<Route>()
const known = new WeakMap<RouteJSON, Declaration | null>()

/** What a route declared of its access, or null when it declared nothing. */
export function declarationOf(route: RouteJSON): Declaration | null {
  const cached = known.get(route)
  if (cached !== undefined) return cached
  let found: Declaration | null = null
  for (const middleware of route.middleware.all()) {
    if (typeof middleware === 'function' || middleware.name !== MARK) continue
    found = middleware.args as unknown as Declaration
  }
  known.set(route, found)
  return found
}

/** The rows a declaration names, none for lists and pages without unit data. */
export function rowScopes(scope: Scope): RowScope[] {
  if (typeof scope === 'string') return []
  return Array.isArray(scope) ? scope : [scope]
}

Route.macro('may', function (this: Route, asked: Asked, scope: Scope) {
  if (typeof asked === 'object' && 'all' in asked) {
    return declare(this, { for: 'holders', permissions: asked.all, need: 'all', scope })
  }
  const permissions = Array.isArray(asked) ? asked : [asked]
  return declare(this, { for: 'holders', permissions, need: 'any', scope })
})

Route.macro('forSignedIn', function (this: Route, options: { whilePasswordDue?: boolean } = {}) {
  return declare(this, {
    for: 'signedIn',
    whilePasswordDue: options.whilePasswordDue ?? false,
  })
})

Route.macro('forEveryone', function (this: Route) {
  return declare(this, { for: 'everyone' })
})

declare module '@adonisjs/core/http' {
  interface Route {
    /**
     * Declares who may come here: holders of the permission (of any of several, or of `{ all: […] }`),
     * within the scope.
     * Refusals: not signed in → the sign-in page (401 as JSON); permission held nowhere → 403; row
     * missing or of a unit where it is not held → 404.
     */
    may(permission: Asked, scope: Scope): this
    /** Every person who is signed in; `whilePasswordDue` also before a due password change. */
    forSignedIn(options?: { whilePasswordDue?: boolean }): this
    /** Strangers too: sign-in, health. */
    forEveryone(): this
  }
}
