/** Sends what waits, one finding after another with its photographs, and reads the lines anew. */
import {
  dropFinding,
  findingsOf,
  forgetRound,
  keepRound,
  photosOf,
  store,
  type Finding,
  type Line,
  type RoundData,
} from './store'

export type Outcome = 'done' | 'offline' | 'signedOut'

let csrf = ''

const base = (roundId: number) => `/registry/rounds/${roundId}/field`

/** A line that stands still is a line that is gone, in milliseconds; the same is sent again later. */
const PATIENCE = { photo: 120_000, rest: 30_000 }

class SignedOut extends Error {}
class Offline extends Error {}

async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'Accept': 'application/json', 'X-CSRF-Token': csrf, ...init.headers }
  const signal = AbortSignal.timeout(init.body instanceof FormData ? PATIENCE.photo : PATIENCE.rest)
  const asked = {
    ...init,
    headers,
    signal,
    redirect: 'manual',
    credentials: 'same-origin',
  } as const
  let answer: Response
  try {
    answer = await fetch(url, asked)
  } catch {
    throw new Offline()
  }
  if (answer.type === 'opaqueredirect' || [401, 419].includes(answer.status)) throw new SignedOut()
  if (answer.status >= 500) throw new Offline()
  return answer
}

/** Downloads the lines of the person who is signed in. */
export async function download(roundId: number): Promise<Outcome> {
  return attempt(async () => {
    const answer = await ask(`${base(roundId)}/lines`)
    if (!answer.ok) throw new SignedOut()
    const data = (await answer.json()) as {
      owner: number
      csrf: string
      round: Omit<RoundData, 'owner' | 'labels' | 'classes'> | null
      labels: RoundData['labels']
      classes: RoundData['classes']
      lines: Omit<Line, 'roundId' | 'owner'>[]
    }
    csrf = data.csrf
    if (!data.round) return forgetRound(roundId)
    await keepRound(
      { ...data.round, owner: data.owner, labels: data.labels, classes: data.classes },
      data.lines.map((line) => ({ ...line, roundId, owner: data.owner }))
    )
  })
}

let sending: Promise<Outcome> | null = null

/** Sends everything that waits, once at a time. The forgery token is fetched anew before. */
export function send(roundId: number, who: number): Promise<Outcome> {
  sending ??= attempt(async () => {
    if (!(await hasWaiting(roundId, who))) return
    const answer = await ask(`${base(roundId)}/lines`)
    const data = (await answer.json()) as { owner: number; csrf: string }
    // What one person recorded never goes under another's name.
    if (!answer.ok || data.owner !== who) throw new SignedOut()
    csrf = data.csrf
    for (const finding of await findingsOf(roundId, who)) {
      if (finding.state === 'waiting') await sendFinding(finding)
      if (finding.state === 'landed') await sendPhotos(finding)
    }
  }).finally(() => {
    sending = null
  })
  return sending
}

async function attempt(work: () => Promise<void>): Promise<Outcome> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof SignedOut) return 'signedOut'
    if (error instanceof Offline) return 'offline'
    throw error
  }
}

async function hasWaiting(roundId: number, who: number) {
  const findings = await findingsOf(roundId, who)
  return findings.some(({ state }) => state === 'waiting' || state === 'landed')
}

async function sendFinding(finding: Finding): Promise<void> {
  const answer = await ask(`${base(finding.roundId)}/findings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(finding.payload),
  })
  const said = await answer.json().catch(() => ({}))
  if (answer.ok) {
    finding.state = 'landed'
    await bringForward(finding, said.line)
  } else if (answer.status === 409 && said.code === 'E_FINDING_CONFLICT') {
    finding.state = 'conflict'
    finding.conflict = { message: messageOf(said), ...said.facts }
  } else {
    finding.state = 'refused'
    finding.error = messageOf(said)
  }
  await (await store()).put('findings', finding)
}

/** A later finding of the same line by the same person was made knowing of this one. */
async function bringForward(
  finding: Finding,
  line: { id: number; version: number; status: string }
) {
  const db = await store()
  for (const later of await findingsOf(finding.roundId, finding.owner)) {
    if (later.uuid === finding.uuid || later.payload.lineId !== line.id) continue
    if (later.payload.lineVersion !== finding.payload.lineVersion) continue
    later.payload.lineVersion = line.version
    await db.put('findings', later)
  }
  const kept = await db.get('lines', line.id)
  if (kept) await db.put('lines', { ...kept, version: line.version, status: line.status })
}

/** Waits between attempts on a bad line, in milliseconds. */
const WAITS = [1_500, 4_000]

async function patiently<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (const wait of WAITS) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Offline) || !navigator.onLine) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return attempt()
}

async function sendPhotos(finding: Finding): Promise<void> {
  for (const photo of await photosOf(finding.uuid)) {
    const form = new FormData()
    form.set('uuid', photo.uuid)
    form.set('finding', finding.uuid)
    form.set('file', photo.blob, photo.name)
    // Sent again under its own uuid after a broken line: the server has it once.
    const answer = await patiently(() =>
      ask(`${base(finding.roundId)}/photos`, { method: 'POST', body: form })
    )
    if (!answer.ok) {
      finding.error = messageOf(await answer.json().catch(() => ({})))
      await (await store()).put('findings', finding)
      return
    }
    await (await store()).delete('photos', photo.uuid)
  }
  await dropFinding(finding.uuid)
}

function messageOf(said: any): string {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'ar'
  const cure = said.cure?.[locale] ? ` ${said.cure[locale]}` : ''
  if (said.messages) return said.messages[locale] + cure
  const first = said.errors?.[0]?.message
  return first ?? said.message ?? 'E'
}
