import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { declarationOf, rowScopes, satisfies, type Declaration } from '#identity/access/declaration'
import { assertWithin } from '#identity/access/row_access'
import { UndeclaredRouteError } from '#identity/access/guard_routes'
import { DomainError } from '#core/domain_error'
import { workBegins } from '#core/rarely_changed'
import {
  NotAllowedError,
  NotFoundError,
  NotSignedInError,
  PasswordDueError,
} from '#identity/errors'
import type User from '#identity/models/user'
import { signInHasEnded } from '#identity/sessions'
import { tokenScopeOf } from '#identity/tokens/scopes'
import { TokenGuard } from '#identity/tokens/token_guard'

/**
 * The door of every route, before anything of a sent form is read: who is it, may he, is it his
 * unit's, as far as the address tells. Rows named inside the form are judged by the access middleware.
 * A refusal is kept for there, so that it is answered like any other page.
 */
export default class DoorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const declaration = declarationOf(ctx.route!)
    if (!declaration) throw new UndeclaredRouteError([ctx.route!.pattern])

    const isProgram = TokenGuard.speaksIn(ctx)
    const user = isProgram ? await this.#program(ctx) : await this.#person(ctx)
    ctx.view.share({ user })
    if (user && isProgram && user.mustChangePassword) ctx.refusal = refusing(new PasswordDueError())
    else ctx.refusal ??= await this.#refusal(ctx, user, declaration)
    workBegins(ctx)
    return next()
  }

  /** The person whose token a program shows; a wrong one is refused, and not taken for a stranger's visit. */
  async #program(ctx: HttpContext): Promise<User | null> {
    try {
      // The guard says why it refuses; the manager, asked next, only that somebody was refused.
      await ctx.auth.use('token').authenticate()
      const user = await ctx.auth.authenticateUsing(['token'])
      return await user.loadAccess()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      ctx.refusal = refusing(error)
      askForToken(ctx, error)
      return null
    }
  }

  async #refusal(ctx: HttpContext, user: User | null, declaration: Declaration) {
    if (declaration.for === 'everyone') return undefined
    if (!user) return () => this.#askToSignIn(ctx)
    if (user.mustChangePassword && !staysOpen(declaration)) {
      return () => ctx.response.redirect().toPath('/account/password')
    }
    if (declaration.for === 'signedIn') return undefined
    try {
      await this.#admit(ctx, user, declaration)
      return undefined
    } catch (error) {
      return refusing(error)
    }
  }

  /** The person of this session with what he may do, or null; a suspended one is nobody. */
  async #person(ctx: HttpContext): Promise<User | null> {
    if (!(await ctx.auth.check())) return null
    const user = ctx.auth.user!
    const [hasEnded] = await Promise.all([signInHasEnded(ctx), user.loadAccess()])
    if (user.isActive && !hasEnded) return user
    await ctx.auth.use('web').logout()
    return null
  }

  #askToSignIn(ctx: HttpContext) {
    const { request, response } = ctx
    if (tokenScopeOf(ctx.route!) && !request.header('accept')?.includes('text/html')) {
      askForToken(ctx)
      throw new NotSignedInError()
    }
    if (request.accepts(['html', 'json']) === 'json') throw new NotSignedInError()
    return response.redirect().withIntendedUrl().toPath('/sign-in')
  }

  async #admit({ params }: HttpContext, user: User, declaration: Declaration & { for: 'holders' }) {
    if (!satisfies(declaration, (name) => user.holds(name))) throw new NotAllowedError()
    if (declaration.scope === 'everywhere') {
      if (!satisfies(declaration, (name) => user.can(name, null))) throw new NotAllowedError()
      return
    }
    for (const scope of rowScopes(declaration.scope)) {
      if (!scope.param) continue
      const value = params[scope.param]
      if (value === undefined || value === '') throw new NotFoundError()
      await assertWithin(user, declaration, scope, String(value))
    }
  }
}

function refusing(error: unknown) {
  return () => {
    throw error
  }
}

/** Tells a program how to say who it is, or for how long to wait. */
function askForToken({ response }: HttpContext, error?: DomainError) {
  if (error?.status === 429) response.header('Retry-After', String(error.facts.seconds))
  else response.header('WWW-Authenticate', 'Basic realm="Diwan", charset="UTF-8"')
}

function staysOpen(declaration: Declaration) {
  return declaration.for === 'signedIn' && declaration.whilePasswordDue
}
