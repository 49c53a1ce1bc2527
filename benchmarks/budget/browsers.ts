import { signIn } from '../pages/driver.js'
import type { Browser } from './clients.js'

/** Signing in costs a third of a second, one after another; so some clients are windows of one browser. */
const SESSIONS = 40

/** So many clients, each signed in by the page and with the token of its forms. */
export async function signedIn(
  origin: string,
  { email, password }: { email: string; password: string },
  clients: number
): Promise<Browser[]> {
  const browsers: Browser[] = []
  while (browsers.length < SESSIONS) {
    const cookie = await signIn(origin, email, password)
    const page = await fetch(`${origin}/budget/commitments/1`, { headers: { cookie } })
    const token = /<meta name="csrf-token" content="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    browsers.push({ cookie, body: new URLSearchParams({ _csrf: token }).toString() })
  }
  return Array.from({ length: clients }, (_, at) => browsers[at % SESSIONS]!)
}
