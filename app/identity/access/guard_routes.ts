import type { Router } from '@adonisjs/core/http'
import type { RouteJSON } from '@adonisjs/core/types/http'
import { declarationOf, rowScopes } from '#identity/access/declaration'

/** A route that says not, or wrongly, who may come; the application does not start with it. */
export class UndeclaredRouteError extends Error {
  readonly code = 'E_UNDECLARED_ROUTE'

  constructor(faults: string[]) {
    super(
      `These routes do not declare who may come here:\n${faults.map((fault) => `  ${fault}`).join('\n')}\n` +
        'Add .may(permission, scope), .forSignedIn() or .forEveryone() to each.'
    )
    this.name = 'UndeclaredRouteError'
  }
}

/** Makes the router refuse to commit, and so the application to start, while a route is undeclared. */
export function guardRoutes(router: Router): void {
  const commit = router.commit.bind(router)
  router.commit = () => {
    commit()
    assertRoutesDeclared(router)
  }
}

/** @throws UndeclaredRouteError naming each route at fault */
export function assertRoutesDeclared(router: Pick<Router, 'toJSON'>): void {
  const faults = Object.values(router.toJSON())
    .flat()
    .flatMap((route) => faultOf(route) ?? [])
  if (faults.length > 0) throw new UndeclaredRouteError(faults)
}

function faultOf(route: RouteJSON): string | null {
  const name = `${route.methods.join('|')} ${route.pattern}${route.name ? ` (${route.name})` : ''}`
  const declaration = declarationOf(route)
  if (!declaration) return name
  if (declaration.for !== 'holders') return null
  for (const row of rowScopes(declaration.scope)) {
    if (row.param && !route.tokens.some((token) => token.val === row.param)) {
      return `${name}: its scope names the parameter :${row.param}, which the pattern lacks`
    }
    if (!row.param === !row.input) return `${name}: its scope needs either param or input`
  }
  return null
}
