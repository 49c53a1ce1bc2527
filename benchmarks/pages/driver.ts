import { Agent, request } from 'node:http'

export interface Load {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  bytes: number
}

/**
 * Asks for a page, or for several in turn, over and over by so many connections; each asks again when
 * it is answered.
 */
export async function drive(
  asked: string | readonly string[],
  { connections, seconds, cookie }: { connections: number; seconds: number; cookie?: string }
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = cookie ? { cookie } : {}
  const times: number[] = []
  const urls = typeof asked === 'string' ? [asked] : asked
  let turn = 0
  let bytes = 0
  const ask = () =>
    new Promise<void>((done, failed) => {
      const begun = performance.now()
      const url = urls[turn++ % urls.length]!
      request(url, { agent, headers }, (response) => {
        bytes = 0
        response.on('data', (chunk: Buffer) => (bytes += chunk.length))
        response.on('end', () => {
          if (response.statusCode !== 200)
            return failed(new Error(`${url}: ${response.statusCode}`))
          times.push(performance.now() - begun)
          done()
        })
      })
        .on('error', failed)
        .end()
    })
  const until = performance.now() + seconds * 1000
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await ask()
    })
  )
  const took = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => Number(times[Math.floor((times.length - 1) * share)]!.toFixed(1))
  return {
    requestsPerSecond: Math.round((times.length / took) * 10) / 10,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    bytes,
  }
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
