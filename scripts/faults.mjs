/**
 * npm run faults -- [--rounds N] [--seed N]: kills web, worker, Redis and MariaDB while they work,
 * and asks afterwards whether anything was lost or doubled. Everything happens on servers of its
 * own under `.local/faults`, so that no real data is near.
 */
import { join } from 'node:path'

// Before the modules that read it: this run has its own servers, keys, logs and records.
process.env.DIWAN_LOCAL = join(process.env.DIWAN_LOCAL ?? '.local', 'faults')
for (const name of Object.keys(process.env)) {
  if (/^(DB_|REDIS_)/.test(name) || name === 'DIWAN_PRIVATE') delete process.env[name]
}
const { bringUpToDate, EMPTY_STEPS } = await import('./lib/steps.mjs')
const { folder, inRoot } = await import('./lib/paths.mjs')
const { isPrivate } = await import('./lib/environment.mjs')
const { main, Trouble } = await import('./lib/log.mjs')
const { passThrough } = await import('./lib/ace.mjs')
const { ensureAssets } = await import('./lib/assets.mjs')
const { prepared } = await import('./lib/prepare.mjs')

await main(async () => {
  if (!isPrivate('database') || !isPrivate('redis')) {
    throw new Trouble('Faults are for servers of our own: take DB_HOST and REDIS_HOST out of .env.')
  }
  return prepared({}, async (ground) => {
    const plain = ground.env
    const set = { NODE_ENV: 'production', LOG_LEVEL: 'silent' }
    ground.env = (options = {}) => plain({ ...options, set: { ...set, ...options.set } })
    folder(ground.env().STORAGE_DIR)
    await ensureAssets(ground.node, ground.env())
    await bringUpToDate(ground, EMPTY_STEPS)
    return passThrough(ground.node, [inRoot('ace.js'), 'faults', ...process.argv.slice(2)], {
      env: ground.env(),
    })
  })
})
