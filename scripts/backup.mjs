/**
 * npm run backup -- FOLDER: a copy of the private database as it stands, taken while it works, and
 * of the uploaded files. The keys are not in it: keep `.local/keys.json` apart from the copies.
 */
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { userInfo } from 'node:os'
import { capture, which } from './lib/processes.mjs'
import { inLocal } from './lib/paths.mjs'
import { installation, socket } from './lib/mariadb.mjs'
import { isPrivate } from './lib/environment.mjs'
import { main, say, step, Trouble } from './lib/log.mjs'
import { prepared } from './lib/prepare.mjs'
import { record } from './lib/steps.mjs'
import { writeJson } from './lib/files.mjs'

const [folder] = process.argv.slice(2)

async function copyDatabase(target) {
  const program = which('mariadb-backup')
  const config = `--defaults-file=${inLocal('mariadb/my.cnf')}`
  const run = async (...args) => {
    const { code, stderr } = await capture(program, [config, `--target-dir=${target}`, ...args])
    const end = stderr.trim().split('\n').slice(-8).join('\n')
    if (code !== 0) throw new Trouble(`mariadb-backup ended with code ${code}:\n${end}`)
  }
  await run('--backup', `--socket=${socket()}`, `--user=${userInfo().username}`)
  // Applies what was written while the copy was taken: the folder is then a clean database.
  await run('--prepare')
}

await main(() => {
  if (!folder) throw new Trouble('Say where to: npm run backup -- FOLDER (new or empty).')
  if (!isPrivate('database')) {
    throw new Trouble(
      'The database is on another server (DB_HOST): back it up there, with mariadb-backup.'
    )
  }
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new Trouble(`${target} is not empty. Name a new folder for each copy.`)
  }
  return prepared({ programs: ['backup'] }, async (ground) => {
    const env = ground.env()
    mkdirSync(target, { recursive: true, mode: 0o700 })
    await step('Database', () => copyDatabase(join(target, 'database')))
    await step('Files', () => {
      if (!existsSync(env.STORAGE_DIR)) return false
      cpSync(env.STORAGE_DIR, join(target, 'storage'), { recursive: true })
    })
    // Last: a folder without it is not a whole copy.
    writeJson(join(target, 'backup.json'), {
      taken: new Date().toISOString(),
      installation: installation(),
      keys: ground.state.database.keys,
      steps: record(ground).done,
    })
    say(`The copy is in ${target}. Keep ${inLocal('keys.json')} apart from it, and safe.`)
  })
})
