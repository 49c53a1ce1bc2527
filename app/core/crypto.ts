import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Exception } from '@adonisjs/core/exceptions'

/** The row and column that a ciphertext belongs to; moved elsewhere it does not open. */
export interface FieldPlace {
  table: string
  column: string
  /** A key known before the row is written (a ULID or permanent code), never changed later. */
  row: string
}

/** Master keys by version; the newest seals, all open. */
export interface FieldKeys {
  current: number
  keys: ReadonlyMap<number, Buffer>
}

/** A sealed field that does not open, or keys that cannot be used. Carries no plain text. */
export class FieldSealError extends Exception {
  static override code = 'E_FIELD_SEAL'
  static override status = 500
}

const SEALED = /^v(\d+)\.([A-Za-z0-9_-]+)$/
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Reads FIELD_KEY: one base64 key of 32 bytes (version 1), or `2:NEWKEY,1:OLDKEY` during a rotation,
 * the current one first.
 * @throws FieldSealError
 */
export function fieldKeysFrom(text: string): FieldKeys {
  const keys = new Map<number, Buffer>()
  for (const part of text.split(',')) {
    const [, version = '1', encoded = ''] =
      /^\s*(?:(\d+):)?\s*([A-Za-z0-9+/=_-]*)\s*$/.exec(part) ?? []
    const key = Buffer.from(encoded, 'base64')
    if (key.length !== 32) {
      throw new FieldSealError('FIELD_KEY must hold base64 keys of 32 bytes each')
    }
    if (keys.has(Number(version))) throw new FieldSealError('FIELD_KEY repeats a key version')
    keys.set(Number(version), key)
  }
  return { current: keys.keys().next().value!, keys }
}

/**
 * Encrypts single fields that name people (national id, tax number, IBAN) with AES-256-GCM, and makes
 * the keyed index by which they are looked up without being readable.
 */
export class FieldCipher {
  #keys?: FieldKeys
  readonly #configure: () => FieldKeys
  readonly #derived = new Map<string, Buffer>()

  /** @param configure gives the keys when first needed: `() => fieldKeysFrom(env.get('FIELD_KEY'))` */
  constructor(configure: () => FieldKeys) {
    this.#configure = configure
  }

  /** `v1.` and base64url of nonce, ciphertext and tag; different each time. */
  seal(plain: string, place: FieldPlace): string {
    const { current } = this.#config()
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key('seal', current), nonce)
    cipher.setAAD(placeBytes(place, current))
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return `v${current}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`
  }

  /** @throws FieldSealError when the text was altered, moved from another row or sealed by another key */
  open(sealed: string, place: FieldPlace): string {
    const version = versionOf(sealed)
    const bytes = Buffer.from(sealed.slice(sealed.indexOf('.') + 1), 'base64url')
    if (bytes.length < NONCE_BYTES + TAG_BYTES)
      throw new FieldSealError('A sealed field is too short')
    const key = this.#key('seal', version)
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
    decipher.setAAD(placeBytes(place, version))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    try {
      const body = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
      return Buffer.concat([body, decipher.final()]).toString('utf8')
    } catch {
      throw new FieldSealError(`A sealed field of ${place.table}.${place.column} does not open`)
    }
  }

  /** Whether the field should be sealed again because its key is no longer the current one. */
  isStale(sealed: string): boolean {
    return versionOf(sealed) !== this.#config().current
  }

  /**
   * The keyed index of a value, 64 hex digits: equal values of one kind meet, nobody without the key
   * can test guesses. Normalise first (`parseNationalId(text).digits`).
   */
  blindIndex(kind: string, normalisedValue: string): string {
    return this.#index(kind, normalisedValue, this.#config().current)
  }

  /** The index under every key still held, current first: what to look for during a rotation. */
  blindIndexes(kind: string, normalisedValue: string): string[] {
    return [...this.#config().keys.keys()].map((version) =>
      this.#index(kind, normalisedValue, version)
    )
  }

  #index(kind: string, value: string, version: number): string {
    return createHmac('sha256', this.#key('index', version))
      .update(`${kind.length}:${kind}:${value}`)
      .digest('hex')
  }

  /** Sealing and indexing use keys derived apart, so that one never weakens the other. */
  #key(use: 'seal' | 'index', version: number): Buffer {
    const name = `${use}:${version}`
    const known = this.#derived.get(name)
    if (known) return known
    const master = this.#config().keys.get(version)
    if (!master) throw new FieldSealError(`FIELD_KEY has no key of version ${version}`)
    const key = Buffer.from(hkdfSync('sha256', master, 'diwan', `field ${use} v1`, 32))
    this.#derived.set(name, key)
    return key
  }

  #config(): FieldKeys {
    this.#keys ??= this.#configure()
    return this.#keys
  }
}

function versionOf(sealed: string): number {
  const match = SEALED.exec(sealed)
  if (!match) throw new FieldSealError('A field is not sealed')
  return Number(match[1])
}

/** Lengths in front of the parts, so that no two places give the same bytes. */
function placeBytes(place: FieldPlace, version: number): Buffer {
  const parts = [`v${version}`, place.table, place.column, place.row]
  return Buffer.from(parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('|'))
}
