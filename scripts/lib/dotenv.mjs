import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'

/** The settings of `.env`, as AdonisJS reads them: NAME=value, quotes taken off, # comments. */
export function dotenv(path = inRoot('.env')) {
  const found = {}
  if (!existsSync(path)) return found
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (!match) continue
    const [, name, raw] = match
    const quoted = /^(['"`])([\s\S]*)\1$/.exec(raw)
    found[name] = quoted ? quoted[2] : raw.replace(/\s+#.*$/, '').replace(/^#.*$/, '')
  }
  return found
}
