import { createHash, randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import { configProvider } from '@adonisjs/core'
import { CookieClient } from '@adonisjs/core/http'
import type User from '#identity/models/user'

/**
 * Requests in the name of many people in quick succession: each with a real session in the store of
 * the test server, made without the third of a second that a password takes. Only status, location and
 * text are read, and a stream of events is let go after its first byte.
 */
export class BrowserOfMany {
  private constructor(
    readonly base: string,
    private readonly cookieName: string,
    private readonly cookies: CookieClient,
    private readonly store: { write(id: string, values: object): Promise<void> | void }
  ) {}

  static async open(): Promise<BrowserOfMany> {
    const session: any = await configProvider.resolve(app, app.config.get('session'))
    const encryption = await app.container.make('encryption')
    return new BrowserOfMany(
      `http://${process.env.HOST}:${process.env.PORT}`,
      session.cookieName,
      new CookieClient(encryption as never),
      session.stores.memory(null, session)
    )
  }

  /** A new session of the person; null is a visitor nobody knows. */
  async session(user: User | null): Promise<Session> {
    const id = randomUUID()
    const secret = randomUUID()
    await this.store.write(id, {
      'csrf-secret': secret,
      ...(user ? { auth_web: user.id } : {}),
    })
    return {
      cookie: `${this.cookieName}=${this.cookies.sign(this.cookieName, id)}`,
      token: formToken(secret),
    }
  }

  async request(session: Session, method: string, path: string, fields: object = {}) {
    const stop = new AbortController()
    const query = new URLSearchParams(fields as Record<string, string>)
    const isRead = method === 'GET'
    const response = await fetch(
      `${this.base}${path}${isRead && query.size > 0 ? `?${query}` : ''}`,
      {
        method,
        redirect: 'manual',
        signal: stop.signal,
        headers: {
          'accept': 'application/json',
          'cookie': session.cookie,
          'x-csrf-token': session.token,
        },
        body: isRead ? undefined : query,
      }
    )
    const location = response.headers.get('location')
    if (response.headers.get('content-type')?.includes('text/event-stream')) {
      stop.abort()
      return { status: response.status, location, text: '' }
    }
    return { status: response.status, location, text: await response.text() }
  }
}

export interface Session {
  cookie: string
  token: string
}

/** The token that a form of a session carries: a salt and the SHA-1 of it with the session's secret. */
function formToken(secret: string): string {
  const salt = 'matrix01'
  const digest = createHash('sha1').update(`${salt}-${secret}`, 'ascii').digest('base64url')
  return `${salt}-${digest}`
}
