/** npm run reset [-- --yes]: forgets everything this checkout made for itself. Asks first. */
import { createInterface } from 'node:readline/promises'
import { existsSync, rmSync } from 'node:fs'
import { alive } from './lib/processes.mjs'
import { inLocal, LOCAL } from './lib/paths.mjs'
import { isPrivate } from './lib/environment.mjs'
import { main, say, Trouble } from './lib/log.mjs'
import { readJson } from './lib/files.mjs'
import { stopServices } from './lib/services.mjs'

async function agreed() {
  if (process.argv.includes('--yes')) return true
  if (!process.stdin.isTTY)
    throw new Trouble('Nobody is there to ask. Say it yourself: npm run reset -- --yes')
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await prompt.question(
    `This deletes ${LOCAL}: the private database with everything in it, the keys, reports and logs.\n` +
      'Type yes to go on: '
  )
  prompt.close()
  return answer.trim() === 'yes'
}

await main(async () => {
  if (!existsSync(LOCAL)) return say('There is nothing to forget.')
  const { launcher } = readJson(inLocal('run', 'start.json'))
  if (launcher && alive(launcher.pid, launcher.started)) {
    throw new Trouble(
      `Diwan is running here (process ${launcher.pid}). End it first, with Ctrl-C or kill ${launcher.pid}.`
    )
  }
  if (!(await agreed())) {
    say('Nothing was changed.')
    return 1
  }
  await stopServices()
  rmSync(LOCAL, { recursive: true, force: true })
  say(`Gone: ${LOCAL}.`)
  if (!isPrivate('database')) say('The database that DB_HOST names was not touched.')
})
