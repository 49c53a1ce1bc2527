import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { folder, ROOT } from './paths.mjs'

/** Writes by rename, so that a reader and a crash only ever see a whole file. Mode 600. */
export function writeWhole(path, text) {
  folder(dirname(path))
  const draft = `${path}.${process.pid}.new`
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  chmodSync(draft, 0o600)
  renameSync(draft, path)
}

export const writeJson = (path, value) => writeWhole(path, `${JSON.stringify(value, null, 2)}\n`)

/** The JSON of a file, or `fallback` when it is missing or half written. */
export function readJson(path, fallback = {}) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return fallback
  }
}

/** The last lines of a log, for the sentence that reports a failure. */
export function tail(path, lines = 15) {
  if (!existsSync(path)) return ''
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}

/** One hash over the names and contents of files and folders below the project's root. */
export function hashOf(...paths) {
  const hash = createHash('sha256')
  const take = (path) => {
    const full = join(ROOT, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) take(join(path, name))
      return
    }
    hash.update(path).update('\0').update(readFileSync(full)).update('\0')
  }
  for (const path of paths) take(path)
  return hash.digest('hex')
}
