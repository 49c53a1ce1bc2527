import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** What is asked, and a piece of what must stand in the answer. */
export interface Question {
  url: string
  holds?: string | RegExp
}

export interface Load {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  bytes: number
}

export interface PacedLoad extends Load {
  /** What was meant to be asked per second; a server that falls behind answers fewer. */
  askedPerSecond: number
  maxMs: number
}

interface Asking {
  cookie?: string
}

/**
 * Closed loop: asks by so many connections over and over; each asks again when it is answered. It tells
 * how much is done, not how long a person waits: who is slow is asked less often.
 */
export async function drive(
  asked: readonly Question[],
  { connections, seconds, cookie }: Asking & { connections: number; seconds: number }
): Promise<Load> {
  const client = new Client(connections, cookie)
  const times: number[] = []
  let turn = 0
  const begun = performance.now()
  const until = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const from = performance.now()
        await client.ask(asked[turn++ % asked.length]!)
        times.push(performance.now() - from)
      }
    })
  )
  const took = (performance.now() - begun) / 1000
  client.end()
  return { ...figures(times, took), bytes: client.bytes }
}

/**
 * Open loop: so many people, each asking for a page every so often, whatever the server does. The time
 * of an answer counts from the moment at which it was meant to be asked, so that a page that waits behind
 * a slow one of the same person is late too (no coordinated omission).
 */
export async function pace(
  asked: readonly Question[],
  {
    people,
    perSecond,
    seconds,
    cookie,
  }: Asking & { people: number; perSecond: number; seconds: number }
): Promise<PacedLoad> {
  const client = new Client(people, cookie)
  const everyMs = (1000 * people) / perSecond
  const each = Math.max(1, Math.round((seconds * 1000) / everyMs))
  const times: number[] = []
  const begun = performance.now() + 50
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      for (let turn = 0; turn < each; turn++) {
        const meant = begun + (person / people) * everyMs + turn * everyMs
        await wakeAt(meant)
        await client.ask(asked[(turn * people + person) % asked.length]!)
        times.push(performance.now() - meant)
      }
    })
  )
  const took = (performance.now() - begun) / 1000
  client.end()
  return {
    ...figures(times, took),
    askedPerSecond: perSecond,
    maxMs: Number(times.at(-1)!.toFixed(1)),
    bytes: client.bytes,
  }
}

/** Sorts the times and reads the figures off them. */
function figures(times: number[], seconds: number) {
  times.sort((a, b) => a - b)
  const at = (share: number) => Number(times[Math.ceil(times.length * share) - 1]!.toFixed(1))
  return {
    requestsPerSecond: Math.round((times.length / seconds) * 10) / 10,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  }
}

/** Waits for a moment; a timer alone wakes up to a millisecond late, which is a thing of the client. */
async function wakeAt(moment: number): Promise<void> {
  const wait = moment - performance.now()
  if (wait > 0) await new Promise((done) => setTimeout(done, wait))
}

/** Connections that stay open, and answers that are looked at: as a browser asks, compressed. */
class Client {
  readonly #agent: Agent
  readonly #headers: Record<string, string>
  /** Of the last answer as it travelled. */
  bytes = 0

  constructor(connections: number, cookie?: string) {
    // Connections take turns: one left idle would be hung up on by the server.
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' })
    this.#headers = { 'accept-encoding': 'gzip', ...(cookie ? { cookie } : {}) }
  }

  ask(question: Question): Promise<void> {
    const { url, holds } = question
    return new Promise<void>((done, failed) => {
      const asked = request(url, { agent: this.#agent, headers: this.#headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', failed)
        response.on('end', () => {
          const body = Buffer.concat(chunks)
          this.bytes = body.length
          if (response.statusCode !== 200) {
            return failed(new Error(`${url}: ${response.statusCode}`))
          }
          const packed = response.headers['content-encoding'] === 'gzip'
          if (holds !== undefined && !isIn(holds, (packed ? gunzipSync(body) : body).toString())) {
            return failed(new Error(`${url}: the answer lacks ${holds}`))
          }
          done()
        })
      })
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // Hung up on while idle, as a browser meets it too: it asks again on another connection.
        if (asked.reusedSocket && error.code === 'ECONNRESET') this.ask(question).then(done, failed)
        else failed(error)
      })
      asked.end()
    })
  }

  end(): void {
    this.#agent.destroy()
  }
}

function isIn(piece: string | RegExp, text: string): boolean {
  return typeof piece === 'string' ? text.includes(piece) : piece.test(text)
}

/** Signs in through the page as a person would. Returns the cookies to send. */
export async function signIn(origin: string, account: string, password: string): Promise<string> {
  const page = await fetch(`${origin}/sign-in`)
  const token = /<meta name="csrf-token" content="([^"]+)"/.exec(await page.text())
  const jar = new Map<string, string>()
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
  }
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  keep(page)
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'cookie': cookies() },
    body: new URLSearchParams({ account, password, _csrf: token?.[1] ?? '' }),
  })
  if (answer.status !== 302) throw new Error(`Signing in was answered with ${answer.status}`)
  keep(answer)
  return cookies()
}
