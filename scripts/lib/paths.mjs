/**
 * Where things are. `.local/` holds everything this checkout makes for itself (database,
 * Redis, keys, logs, reports); DIWAN_LOCAL moves it elsewhere, which the checks use.
 */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
export const LOCAL = resolve(ROOT, process.env.DIWAN_LOCAL || '.local')

export const inRoot = (...parts) => join(ROOT, ...parts)
export const inLocal = (...parts) => join(LOCAL, ...parts)

/** Makes a folder only its owner may enter, and returns its path. */
export function folder(path) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return path
}

/**
 * The folder of the Unix sockets. The kernel cuts socket paths at 107 bytes, so a checkout that
 * lies deep gets a short folder under the temporary directory, named after the checkout.
 */
export function socketFolder() {
  const own = inLocal('run')
  if (Buffer.byteLength(join(own, 'mariadb.sock')) < 100) return folder(own)
  const name = createHash('sha256').update(LOCAL).digest('hex').slice(0, 12)
  return folder(join(tmpdir(), `diwan-${userInfo().uid}-${name}`))
}
