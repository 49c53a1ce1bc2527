import app from '@adonisjs/core/services/app'
import { readdir } from 'node:fs/promises'
import { within, type Trx } from '#core/within'

/** What one loader found and did; nothing changes when it runs again. */
export interface Loaded {
  created: number
  changed: number
  unchanged: number
}

interface Loader {
  default: (trx: Trx) => Promise<Loaded | void>
  /** Names (without extension) of the loaders that must run first. */
  after?: readonly string[]
}

/**
 * Runs every loader of `database/reference/*.ts`, in the order of their names except where one says
 * `export const after = ['units']`. Each runs in a transaction of its own and may run again.
 */
export async function loadReference(): Promise<Record<string, Loaded | null>> {
  const loaders = new Map<string, Loader>()
  const files = await readdir(app.makePath('database/reference'), { withFileTypes: true })
  for (const file of files.filter((entry) => entry.isFile())) {
    const name = /^([a-z0-9_]+)\.(?:ts|js)$/.exec(file.name)?.[1]
    if (name) loaders.set(name, await app.import(`#database/reference/${name}`))
  }
  const results: Record<string, Loaded | null> = {}
  for (const name of inOrder(loaders)) {
    results[name] = (await within(null, (trx) => loaders.get(name)!.default(trx))) ?? null
  }
  return results
}

function inOrder(loaders: ReadonlyMap<string, Loader>): string[] {
  const placed: string[] = []
  const place = (name: string, wanting: string[]) => {
    if (placed.includes(name)) return
    const loader = loaders.get(name)
    if (!loader)
      throw new Error(`database/reference: ${wanting.at(-1)} comes after unknown ${name}`)
    if (wanting.includes(name)) throw new Error(`database/reference: ${name} comes after itself`)
    for (const earlier of loader.after ?? []) place(earlier, [...wanting, name])
    placed.push(name)
  }
  for (const name of [...loaders.keys()].sort()) place(name, [])
  return placed
}
