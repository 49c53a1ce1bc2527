import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { readUnit } from '#core/lists/unit_choice'
import { declarationOf, rowScopes, type Declaration } from '#identity/access/declaration'
import { UndeclaredRouteError } from '#identity/access/guard_routes'
import { assertWithin } from '#identity/access/row_access'
import { UnitMissingError } from '#identity/errors'

/**
 * The second half of the door: answers who was refused before his form was read, and judges the rows
 * that the form itself names. Runs for all routes; one without a declaration is closed even if it got
 * past the boot.
 */
export default class AccessMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const declaration = declarationOf(ctx.route!)
    if (!declaration) throw new UndeclaredRouteError([ctx.route!.pattern])
    if (ctx.refusal) return ctx.refusal()
    if (declaration.for === 'holders') await this.#admit(ctx, declaration)
    return next()
  }

  async #admit(ctx: HttpContext, declaration: Declaration & { for: 'holders' }) {
    const { auth, request } = ctx
    for (const scope of rowScopes(declaration.scope)) {
      if (scope.param) continue
      if (scope.of === 'units') await readUnit(ctx, scope.input!, declaration.permissions)
      const value = request.input(scope.input!)
      if (value !== undefined && value !== null && value !== '') {
        await assertWithin(auth.user!, declaration, scope, String(value))
      } else if (!scope.optional) {
        throw new UnitMissingError(scope.input!)
      }
    }
  }
}
