/** So long a client waits for an answer before he takes it as lost. */
const PATIENCE_MS = 20_000

export interface Answer {
  status: number
  location: string
  text: string
}

/**
 * A person's browser at the house: keeps his cookies, sends the form token, signs in again when his
 * session is gone. It asks once: a request whose answer is lost throws.
 */
export class Browser {
  readonly #cookies = new Map<string, string>()
  #token = ''

  constructor(
    readonly base: string,
    readonly account: string,
    readonly password: string
  ) {}

  get(path: string): Promise<Answer> {
    return this.#ask(path, { method: 'GET' })
  }

  /** @returns the house's answer, whatever it says; signs in first where that is needed */
  async post(path: string, body: Record<string, unknown>, json = false): Promise<Answer> {
    if (!this.#token) await this.signIn()
    const answer = await this.#send(path, body, json)
    const isOut = answer.location.includes('/sign-in') || [401, 403, 419].includes(answer.status)
    if (!isOut) return answer
    await this.signIn()
    return this.#send(path, body, json)
  }

  async signIn(): Promise<void> {
    this.#cookies.clear()
    await this.get('/sign-in')
    const { account, password } = this
    const answer = await this.#send('/sign-in', { account, password }, false)
    if (answer.location.includes('/sign-in') || answer.status >= 400) {
      throw new Error(`${account} could not sign in: ${answer.status}`)
    }
    await this.get('/account')
  }

  #send(path: string, body: Record<string, unknown>, json: boolean): Promise<Answer> {
    const fields = Object.entries(body).map(([name, value]): [string, string] => [name, `${value}`])
    return this.#ask(path, {
      method: 'POST',
      body: json ? JSON.stringify(body) : new URLSearchParams([...fields, ['_csrf', this.#token]]),
      headers: json ? { 'content-type': 'application/json', 'x-csrf-token': this.#token } : {},
    })
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    const isPage = init.method === 'GET' || path === '/sign-in'
    const response = await fetch(`${this.base}${path}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      // A refusal is told by its status: only pages send people back where they came from.
      headers: { ...init.headers, cookie, accept: isPage ? 'text/html' : 'application/json' },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name!, value!)
    }
    const text = await response.text()
    this.#token = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(text)?.[1] ?? this.#token
    return { status: response.status, location: response.headers.get('location') ?? '', text }
  }
}
