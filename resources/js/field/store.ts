/**
 * What the telephone keeps of the field: the caller's lines, findings not yet sent and their photographs.
 * Everything bears its owner; another person who signs in on the same device sees none of it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

export const DATABASE = 'diwan-field'

export type Facts = Record<string, string | number | null>

export interface Line {
  id: number
  roundId: number
  owner: number
  code: string | null
  name: string
  street: string
  latitude: string | null
  longitude: string | null
  subtype: string
  facts: Facts
  status: string
  outcome: string | null
  note: string | null
  photos: number
  gpsLimit: number | null
  /** Recorded as a point: it may be found elsewhere. */
  canMove: boolean
  version: number
  baseVersion: number | null
}

export interface Position {
  latitude: number
  longitude: number
  accuracyM: number
  mocked: boolean
}

export interface FindingPayload {
  uuid: string
  lineId: number | null
  result: string
  facts: Facts
  classId: number | null
  note: string | null
  condition: number | null
  occupant: string | null
  baseVersion: number | null
  lineVersion: number | null
  position: Position | null
  photos: number
  deskReason: string | null
  elsewhere?: boolean
  capturedAt: string
}

/** What the register says against a finding: shown beside it, decided by the person. */
export interface Conflict {
  message: string
  assetVersion: number | null
  lineVersion: number
  facts: Facts
  standing: { result: string; by: string; at: string; facts: Facts } | null
}

export interface Finding {
  uuid: string
  roundId: number
  owner: number
  name: string
  madeAt: number
  /** `landed`: the server has it, some of its photographs are still to go. */
  state: 'waiting' | 'landed' | 'conflict' | 'refused'
  payload: FindingPayload
  /** What the register said when it was downloaded. */
  seen: Facts
  conflict: Conflict | null
  error: string | null
}

export interface Photo {
  uuid: string
  finding: string
  blob: Blob
  name: string
}

export interface RoundData {
  id: number
  owner: number
  label: string
  title: string
  status: string
  startsOn: string
  endsOn: string
  labels: Record<string, { name: string; label: string }[]>
  classes: { id: number; name: string; subtype: string; photos: number }[]
}

interface Schema extends DBSchema {
  meta: { key: string; value: number }
  rounds: { key: number; value: RoundData }
  lines: { key: number; value: Line; indexes: { round: number } }
  findings: { key: string; value: Finding; indexes: { round: number } }
  photos: { key: string; value: Photo; indexes: { finding: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('meta')
      db.createObjectStore('rounds', { keyPath: 'id' })
      db.createObjectStore('lines', { keyPath: 'id' }).createIndex('round', 'roundId')
      db.createObjectStore('findings', { keyPath: 'uuid' }).createIndex('round', 'roundId')
      db.createObjectStore('photos', { keyPath: 'uuid' }).createIndex('finding', 'finding')
    },
    blocking: () => void forget(),
  })
  return opened
}

async function forget() {
  const db = await opened
  opened = null
  db?.close()
}

/** Who used the device last. */
export async function owner(): Promise<number | null> {
  return (await (await store()).get('meta', 'owner')) ?? null
}

/**
 * The lines as the server gives them now take the place of those kept; what another person downloaded
 * goes, except what he has not sent: it is his work, and stays unseen until he signs in again.
 */
export async function keepRound(round: RoundData, lines: Line[]): Promise<void> {
  const db = await store()
  const trx = db.transaction(['meta', 'rounds', 'lines'], 'readwrite')
  const before = await trx.objectStore('meta').get('owner')
  if (before !== undefined && before !== round.owner) {
    await trx.objectStore('lines').clear()
    await trx.objectStore('rounds').clear()
  }
  await trx.objectStore('meta').put(round.owner, 'owner')
  await trx.objectStore('rounds').put(round)
  for (const key of await trx.objectStore('lines').index('round').getAllKeys(round.id)) {
    await trx.objectStore('lines').delete(key)
  }
  for (const line of lines) await trx.objectStore('lines').put(line)
  await trx.done
}

/** The person counts in no team of it any more: its lines go; what he has not sent stays. */
export async function forgetRound(roundId: number): Promise<void> {
  const trx = (await store()).transaction(['rounds', 'lines'], 'readwrite')
  await trx.objectStore('rounds').delete(roundId)
  for (const key of await trx.objectStore('lines').index('round').getAllKeys(roundId)) {
    await trx.objectStore('lines').delete(key)
  }
  await trx.done
}

export async function linesOf(roundId: number, who: number): Promise<Line[]> {
  const lines = await (await store()).getAllFromIndex('lines', 'round', roundId)
  return lines.filter((line) => line.owner === who)
}

export async function findingsOf(roundId: number, who: number): Promise<Finding[]> {
  const findings = await (await store()).getAllFromIndex('findings', 'round', roundId)
  return findings.filter((one) => one.owner === who).sort((a, b) => a.madeAt - b.madeAt)
}

export async function photosOf(finding: string): Promise<Photo[]> {
  return (await store()).getAllFromIndex('photos', 'finding', finding)
}

/** Whether the device refused because it has no room left. */
export function isFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } }
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError'
}

/** Asks the browser to keep what is not sent even when the device runs short of room. */
export async function keepForGood(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}

/** Below this many bytes the person is told before he goes out. */
const LOW = 100_000_000

/** Whether little room is left for photographs. */
export async function runsLow(): Promise<boolean> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {}
  return quota !== undefined && usage !== undefined && quota - usage < LOW
}

/** A finding with its photographs, all or nothing. */
export async function keepFinding(finding: Finding, photos: Photo[]): Promise<void> {
  const trx = (await store()).transaction(['findings', 'photos'], 'readwrite')
  const done = trx.done.catch((error: unknown) => error)
  try {
    await trx.objectStore('findings').put(finding)
    for (const photo of photos) await trx.objectStore('photos').put(photo)
  } catch (error) {
    // What refuses before it asks (no room for a file) leaves the transaction open: it would be kept in part.
    if (trx.error === null) trx.abort()
    await done
    throw error
  }
  const failed = await done
  if (failed) throw failed
}

export async function dropFinding(uuid: string): Promise<void> {
  const trx = (await store()).transaction(['findings', 'photos'], 'readwrite')
  for (const key of await trx.objectStore('photos').index('finding').getAllKeys(uuid)) {
    await trx.objectStore('photos').delete(key)
  }
  await trx.objectStore('findings').delete(uuid)
  await trx.done
}
