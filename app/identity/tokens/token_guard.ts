import { errors, symbols } from '@adonisjs/auth'
import type { AuthClientResponse, GuardContract } from '@adonisjs/auth/types'
import type { HttpContext } from '@adonisjs/core/http'
import type User from '#identity/models/user'
import AdmitToken from '#identity/tokens/admit_token'
import { readAuthorization } from '#identity/tokens/credentials'
import { tokenScopeOf } from '#identity/tokens/scopes'

/** Knows a person by the token in the `Authorization` header, at the addresses that take tokens. */
export class TokenGuard implements GuardContract<User> {
  declare [symbols.GUARD_KNOWN_EVENTS]: Record<never, never>
  readonly driverName = 'token'
  readonly #ctx: HttpContext
  user?: User
  isAuthenticated = false
  authenticationAttempted = false

  constructor(ctx: HttpContext) {
    this.#ctx = ctx
  }

  /** Whether this request speaks for itself with a token, at an address that takes one. */
  static speaksIn({ request, route }: HttpContext): boolean {
    return Boolean(request.header('authorization') && route && tokenScopeOf(route))
  }

  /** @throws NotSignedInError, SignInThrottledError */
  async authenticate(): Promise<User> {
    if (this.authenticationAttempted && this.user) return this.user
    this.authenticationAttempted = true
    const { request, route } = this.#ctx
    this.user = await new AdmitToken().handle(
      readAuthorization(request.header('authorization')),
      { scope: tokenScopeOf(route!)!, source: request.ip() },
      this.#ctx
    )
    this.isAuthenticated = true
    return this.user
  }

  getUserOrFail(): User {
    if (this.user) return this.user
    throw new errors.E_UNAUTHORIZED_ACCESS('No token was shown', {
      guardDriverName: this.driverName,
    })
  }

  async check(): Promise<boolean> {
    return this.authenticate().then(
      () => true,
      () => false
    )
  }

  authenticateAsClient(): Promise<AuthClientResponse> {
    throw new Error('A test makes a token and sends it as a program would')
  }
}
