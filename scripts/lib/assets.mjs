import { existsSync } from 'node:fs'
import { capture } from './processes.mjs'
import { hashOf, readJson, writeJson } from './files.mjs'
import { inLocal, inRoot, ROOT } from './paths.mjs'
import { locked } from './lock.mjs'
import { step, Trouble } from './log.mjs'

/** Builds the browser's files when their sources have changed since the last time. */
export async function ensureAssets(node, env) {
  const record = inLocal('assets.json')
  const sources = hashOf('resources', 'vite.config.ts', 'package-lock.json')
  const built = () =>
    readJson(record).sources === sources && existsSync(inRoot('public/assets/.vite/manifest.json'))
  if (built()) return false
  return locked('assets', async () => {
    if (built()) return false
    await step('Assets (vite build)', async () => {
      const vite = inRoot('node_modules/vite/bin/vite.js')
      const options = { cwd: ROOT, env: { ...env, NODE_ENV: 'production' } }
      const { code, stdout, stderr } = await capture(node, [vite, 'build'], options)
      if (code !== 0) throw new Trouble(`vite build ended with code ${code}:\n${stdout}\n${stderr}`)
    })
    writeJson(record, { sources })
    return true
  })
}
