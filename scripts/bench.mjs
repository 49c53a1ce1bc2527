/**
 * npm run bench -- NAME … [--json] [--keep]: measurements, on a database of their own beside the real one.
 * `--keep` leaves what the last run filled where it stands, and only brings its tables up to date.
 * Standard output is the command's own.
 */
import { bringUpToDate, DATABASE_STEPS, EMPTY_STEPS } from './lib/steps.mjs'
import { ensureAssets } from './lib/assets.mjs'
import { createDatabase } from './lib/mariadb.mjs'
import { folder, inLocal, inRoot } from './lib/paths.mjs'
import { isPrivate } from './lib/environment.mjs'
import { main, Trouble } from './lib/log.mjs'
import { passThrough } from './lib/ace.mjs'
import { prepared } from './lib/prepare.mjs'

const DATABASE = 'diwan_bench'

await main(() =>
  prepared({}, async (ground) => {
    if (!isPrivate('database')) {
      throw new Trouble('Measurements use the private servers only: take DB_HOST away for them.')
    }
    await createDatabase(DATABASE)
    const plain = ground.env
    const set = {
      DB_DATABASE: DATABASE,
      REDIS_DB: '2',
      QUEUE_PREFIX: DATABASE,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      STORAGE_DIR: folder(inLocal('storage-bench')),
    }
    ground.env = (options = {}) => plain({ ...options, set: { ...set, ...options.set } })
    await ensureAssets(ground.node, ground.env())
    await bringUpToDate(ground, process.argv.includes('--keep') ? DATABASE_STEPS : EMPTY_STEPS)
    return passThrough(ground.node, [inRoot('ace.js'), 'bench', ...process.argv.slice(2)], {
      env: ground.env(),
    })
  })
)
