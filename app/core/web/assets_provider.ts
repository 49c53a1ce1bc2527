import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ViteProvider from '@adonisjs/vite/vite_provider'

/** What styles and scripts are made of. */
const SOURCES = ['resources/css', 'resources/js', 'vite.config.ts', 'package-lock.json']
const MANIFEST = 'public/assets/.vite/manifest.json'

/**
 * Serves the built styles and scripts. Tests see the very files production serves, built anew when a
 * source is newer, instead of those of a development server of their own.
 */
export default class AssetsProvider extends ViteProvider {
  override async start() {
    if (this.app.getEnvironment() !== 'test') return super.start()
    if (this.app.getMode() !== 'warmup' && this.#areStale()) await this.#build()
  }

  override async shutdown() {
    if (this.app.getEnvironment() !== 'test') return super.shutdown()
  }

  #areStale(): boolean {
    const built = changedAt(this.app.makePath(MANIFEST))
    return SOURCES.some((source) => newest(this.app.makePath(source)) > built)
  }

  async #build() {
    const { build } = await import('vite')
    await build({ root: this.app.makePath(), logLevel: 'error', mode: 'production' })
  }
}

function newest(path: string): number {
  if (!statSync(path).isDirectory()) return changedAt(path)
  const inside = readdirSync(path).map((name) => newest(join(path, name)))
  return Math.max(changedAt(path), ...inside)
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
