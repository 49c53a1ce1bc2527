/**
 * npm run restore -- FOLDER: puts a copy made by `npm run backup` in the place of the private
 * database and files. What stood there is moved aside, not deleted.
 */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { alive, capture, which } from './lib/processes.mjs'
import { inLocal } from './lib/paths.mjs'
import { ensurePrograms } from './lib/debian.mjs'
import { isPrivate, keysPrint } from './lib/environment.mjs'
import { locked } from './lib/lock.mjs'
import { main, say, step, Trouble } from './lib/log.mjs'
import { prepared } from './lib/prepare.mjs'
import { readJson, writeJson } from './lib/files.mjs'
import { readState, stopServices } from './lib/services.mjs'
import { record } from './lib/steps.mjs'

const [folder] = process.argv.slice(2)

function check(source) {
  const manifest = readJson(join(source, 'backup.json'), null)
  if (!manifest) throw new Trouble(`${source} holds no whole copy (backup.json is missing).`)
  if (!isPrivate('database')) {
    throw new Trouble('The database is on another server (DB_HOST): restore it there.')
  }
  const { launcher } = readJson(inLocal('run', 'start.json'))
  if (launcher && alive(launcher.pid, launcher.started)) {
    throw new Trouble(`Diwan is running here (process ${launcher.pid}). End it first.`)
  }
  if (keysPrint() !== manifest.keys) {
    throw new Trouble(
      `The copy was made with other keys than ${inLocal('keys.json')} holds (or there are none).\n` +
        'Cure: put the keys.json that belongs to the copy there, then run this again.'
    )
  }
  return manifest
}

async function putBack(source, manifest, aside) {
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const name of ['mariadb', 'redis', 'storage']) {
    if (existsSync(inLocal(name))) renameSync(inLocal(name), join(aside, name))
  }
  const data = inLocal('mariadb/data')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const { code, stderr } = await capture(which('mariadb-backup'), [
    '--no-defaults',
    '--copy-back',
    `--target-dir=${join(source, 'database')}`,
    `--datadir=${data}`,
  ])
  if (code !== 0)
    throw new Trouble(`mariadb-backup ended with code ${code}:\n${stderr.slice(-2000)}`)
  writeFileSync(inLocal('mariadb/INSTALLED'), `${manifest.installation}\n`, { mode: 0o600 })
  if (existsSync(join(source, 'storage'))) {
    cpSync(join(source, 'storage'), inLocal('storage'), { recursive: true })
  }
  // The passwords of the copy's users may be other ones: they are set anew at the next start.
  const { mariadb, redis } = readState()
  writeJson(inLocal('state.json'), { mariadb, redis })
  rmSync(inLocal('steps.json'), { force: true })
}

await main(async () => {
  if (!folder) throw new Trouble('Say from where: npm run restore -- FOLDER.')
  const source = resolve(folder)
  const manifest = check(source)
  await ensurePrograms('mariadb', 'backup')
  await stopServices()
  const aside = inLocal(`before-restore-${new Date().toISOString().replaceAll(':', '')}`)
  await locked('services', () => step('Database and files', () => putBack(source, manifest, aside)))
  await prepared({}, (ground) => {
    const { note } = record(ground)
    for (const [name, value] of Object.entries(manifest.steps)) note(name, value)
  })
  say(`Restored: everything as of ${manifest.taken}. What was here before is in ${aside}.`)
  say('The queues are empty; bring back what was waiting: npm run -s ace -- queue:rebuild')
})
