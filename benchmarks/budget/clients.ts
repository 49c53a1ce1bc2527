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

/** So many clients send these forms, each the next one when it is answered, until all are sent. */
export async function post(
  urls: readonly string[],
  { clients, body = '', cookie }: { clients: number; body?: string; cookie?: string }
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients, scheduling: 'fifo' })
  const answers: Answers = { taken: 0, refused: 0, broken: {}, seconds: 0, p50Ms: 0, p99Ms: 0 }
  const times: number[] = []
  const headers = {
    'accept': 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    ...(cookie ? { cookie } : {}),
  }
  let next = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < urls.length) {
        const from = performance.now()
        const status = await send(urls[next++]!)
        times.push(performance.now() - from)
        if (status === 303) answers.taken += 1
        else if (status === 422) answers.refused += 1
        else answers.broken[status] = (answers.broken[status] ?? 0) + 1
      }
    })
  )
  answers.seconds = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => Number(times[Math.ceil(times.length * share) - 1]!.toFixed(1))
  return { ...answers, p50Ms: at(0.5), p99Ms: at(0.99) }

  function send(url: string): Promise<number> {
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
