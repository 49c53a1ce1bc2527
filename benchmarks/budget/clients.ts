import { Agent, request } from 'node:http'

export interface Answers {
  taken: number
  refused: number
  /** Anything else: what a person would see as a fault. */
  broken: Record<string, number>
  seconds: number
  p50Ms: number
  p99Ms: number
}

/** So many clients ask, each again when it is answered, until all is asked; counts what they are told. */
export async function answersOf(
  asked: number,
  clients: number,
  ask: (turn: number, client: number) => Promise<number>
): Promise<Answers> {
  const answers: Answers = { taken: 0, refused: 0, broken: {}, seconds: 0, p50Ms: 0, p99Ms: 0 }
  const times: number[] = []
  let next = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (next < asked) {
        const from = performance.now()
        const status = await ask(next++, client)
        times.push(performance.now() - from)
        if (status === 303) answers.taken += 1
        else if (status === 422) answers.refused += 1
        else answers.broken[status] = (answers.broken[status] ?? 0) + 1
      }
    })
  )
  answers.seconds = (performance.now() - begun) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => Number(times[Math.ceil(times.length * share) - 1]!.toFixed(1))
  return { ...answers, p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** A signed-in browser: its cookies and the token of its forms. */
export interface Browser {
  cookie: string
  body: string
}

/** Each browser sends the next of these forms when its last one is answered, until all are sent. */
export async function post(
  urls: readonly string[],
  browsers: readonly Browser[]
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: browsers.length, scheduling: 'fifo' })
  try {
    return await answersOf(urls.length, browsers.length, (turn, client) =>
      send(urls[turn]!, browsers[client]!)
    )
  } finally {
    agent.destroy()
  }

  function send(url: string, { cookie, body }: Browser): Promise<number> {
    const headers = {
      'accept': 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      cookie,
    }
    return new Promise((done, failed) => {
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        response.resume()
        response.on('end', () => done(response.statusCode ?? 0))
        response.on('error', failed)
      })
      sent.on('error', failed)
      sent.end(body)
    })
  }
}
