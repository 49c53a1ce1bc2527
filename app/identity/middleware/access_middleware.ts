import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { NextFn } from '@adonisjs/core/types/http'
import { declarationOf, rowScopes, satisfies, type Declaration } from '#identity/access/declaration'
import type { RowScope } from '#identity/access/declaration'
import { UndeclaredRouteError } from '#identity/access/guard_routes'
import { unitOfRow } from '#identity/access/row_units'
import {
  NotAllowedError,
  NotFoundError,
  NotSignedInError,
  UnitMissingError,
} from '#identity/errors'
import type User from '#identity/models/user'

/**
 * The door of every route: who is it, may he, is it his unit's. Runs for all routes; one without a
 * declaration is closed even if it got past the boot.
 */
export default class AccessMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const declaration = declarationOf(ctx.route!)
    if (!declaration) throw new UndeclaredRouteError([ctx.route!.pattern])

    const user = await this.#person(ctx)
    ctx.view.share({ user })
    if (declaration.for === 'everyone') return next()
    if (!user) return this.#askToSignIn(ctx)
    if (user.mustChangePassword && !staysOpen(declaration)) {
      return ctx.response.redirect().toPath('/account/password')
    }
    if (declaration.for === 'holders') await this.#admit(ctx, user, declaration)
    return next()
  }

  /** The person of this session with what he may do, or null; a suspended one is nobody. */
  async #person(ctx: HttpContext): Promise<User | null> {
    if (!(await ctx.auth.check())) return null
    const user = ctx.auth.user!
    const [hasEnded] = await Promise.all([this.#hasEnded(ctx.session.sessionId), user.loadAccess()])
    if (user.isActive && !hasEnded) return user
    await ctx.auth.use('web').logout()
    return null
  }

  /** Whether the sign-in of this session was ended, even if a late request wrote its row back. */
  async #hasEnded(sessionId: string): Promise<boolean> {
    const ended = await db
      .from('sign_ins')
      .where('session_id', sessionId)
      .whereNotNull('ended_at')
      .select('id')
      .first()
    return Boolean(ended)
  }

  #askToSignIn(ctx: HttpContext) {
    const { request, response } = ctx
    if (request.accepts(['html', 'json']) === 'json') throw new NotSignedInError()
    return response.redirect().withIntendedUrl().toPath('/sign-in')
  }

  async #admit(ctx: HttpContext, user: User, declaration: Declaration & { for: 'holders' }) {
    if (!satisfies(declaration, (name) => user.holds(name))) throw new NotAllowedError()
    if (declaration.scope === 'everywhere') {
      if (!satisfies(declaration, (name) => user.can(name, null))) throw new NotAllowedError()
      return
    }
    for (const scope of rowScopes(declaration.scope)) {
      const value = this.#valueOf(ctx, scope)
      if (value === undefined) continue
      const unit = await unitOfRow(scope, value)
      const within =
        unit === 'shared' ||
        (unit !== undefined && satisfies(declaration, (name) => user.can(name, unit)))
      if (!within) throw new NotFoundError()
    }
  }

  #valueOf({ request, params }: HttpContext, scope: RowScope): string | undefined {
    const value = scope.param ? params[scope.param] : request.input(scope.input!)
    if (value !== undefined && value !== null && value !== '') return String(value)
    if (!scope.param && scope.optional) return undefined
    throw scope.param ? new NotFoundError() : new UnitMissingError(scope.input!)
  }
}

function staysOpen(declaration: Declaration) {
  return declaration.for === 'signedIn' && declaration.whilePasswordDue
}
