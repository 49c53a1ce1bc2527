import env from '#start/env'

/**
 * A browser without a screen: keeps cookies, sends the form token of the last page it saw. For what
 * lives across requests (sessions, sign-in), where each step must be the real one.
 */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  #token = ''

  constructor(readonly base = `http://${env.get('HOST')}:${process.env.PORT}`) {}

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  /** The same browser, its cookies and all, at another web process. */
  at(base: string): Visitor {
    const other = new Visitor(base)
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value)
    return other
  }

  async get(path: string): Promise<Answer> {
    return this.#send(path, { method: 'GET' })
  }

  /** Submits a form with the token of the last page; gets one first when there is none. */
  async submit(path: string, fields: Record<string, string> = {}, method = 'POST') {
    if (!this.#token) await this.get('/sign-in')
    const address = method === 'POST' ? path : `${path}?_method=${method}`
    return this.#send(address, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, _csrf: this.#token }),
    })
  }

  async signIn(account: string, password: string): Promise<Answer> {
    await this.get('/sign-in')
    return this.submit('/sign-in', { account, password })
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${this.base}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie, referer: `${this.base}${path}` },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name!, value!)
    }
    const text = await response.text()
    this.#token = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(text)?.[1] ?? this.#token
    return { status: response.status, text, location: response.headers.get('location') }
  }
}

export interface Answer {
  status: number
  text: string
  location: string | null
}
