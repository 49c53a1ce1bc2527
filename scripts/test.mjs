/**
 * npm test [-- ARGUMENTS OF THE RUNNER]: every test, on the test database of the same private
 * servers. Its last line is the runner's own summary as `N passed, N failed`.
 */
import { readFileSync } from 'node:fs'
import { bringUpToDate, EMPTY_STEPS } from './lib/steps.mjs'
import { ensureAssets } from './lib/assets.mjs'
import { folder, inLocal, inRoot } from './lib/paths.mjs'
import { freePort } from './lib/ports.mjs'
import { isPrivate } from './lib/environment.mjs'
import { locked } from './lib/lock.mjs'
import { logTo, main, say, Trouble } from './lib/log.mjs'
import { passThrough } from './lib/ace.mjs'
import { prepared } from './lib/prepare.mjs'
import { emptyDatabase } from './lib/redis.mjs'
import { NEEDS } from './lib/debian.mjs'
import { which } from './lib/processes.mjs'

const args = process.argv.slice(2)
const coverage = Boolean(process.env.DIWAN_COVERAGE)

/** Reads the runner's last "Tests  4 passed, 1 failed (5)"; null when it never came to one. */
function summaryOf(output) {
  const plain = output.replace(/\u001B\[[0-9;]*m/g, '')
  const line = [...plain.matchAll(/^\s*Tests\s+(.*?)\s*\((\d+)\)\s*$/gm)].pop()
  if (!line) return null
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line[1])?.[1] ?? 0)
  return {
    passed: count('passed') + count('regression'),
    failed: count('failed'),
    skipped: count('skipped') + count('todo'),
  }
}

/** Runs the suites, shows what they say, and returns the exit code. */
async function run(node, env) {
  let end = ''
  const runner = [inRoot('ace.js'), 'test', ...args]
  const command = coverage ? [inRoot('node_modules/c8/bin/c8.js'), node, ...runner] : runner
  const code = await passThrough(node, command, {
    env: { ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    onOutput(text) {
      process.stdout.write(text)
      end = (end + text).slice(-200_000)
    },
  })
  const found = summaryOf(end)
  const counts = found ?? { passed: 0, failed: 0, skipped: 0 }
  // A suite that breaks outside any test (a hook, an import) fails without a failed test.
  if (code !== 0 && counts.failed === 0) {
    say(
      `\nThe runner ended with code ${code}${found ? ', outside any test' : ' before its summary'}.`
    )
    counts.failed = 1
  }
  const ran = found && counts.passed + counts.failed > 0
  if (code === 0 && !ran) say('\nNo test ran.')
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ''
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
  return counts.failed > 0 || !ran ? code || 1 : code
}

logTo(process.stdout)
await main(() =>
  prepared(
    { programs: ['poppler', 'gdal', ...(process.env.CHROMIUM_PATH ? [] : ['chromium'])] },
    (ground) =>
      locked(
        'test',
        async () => {
          const plain = ground.env
          const port = String(await freePort(34_00))
          const chromium = process.env.CHROMIUM_PATH ?? which(...NEEDS.chromium.programs[0])
          const set = {
            PORT: port,
            HOST: '127.0.0.1',
            APP_URL: `http://127.0.0.1:${port}`,
            CHROMIUM_PATH: chromium,
          }
          ground.env = (options = {}) =>
            plain({ test: true, ...options, set: { ...set, ...options.set } })
          const env = ground.env()
          if (env.DB_DATABASE === plain().DB_DATABASE) {
            throw new Trouble(
              `The tests would empty ${env.DB_DATABASE}: name another DB_DATABASE in .env.test.`
            )
          }
          folder(env.STORAGE_DIR)
          if (isPrivate('redis')) await emptyDatabase(ground.state, Number(env.REDIS_DB))
          await bringUpToDate(ground, EMPTY_STEPS)
          await ensureAssets(ground.node, env)
          return run(ground.node, env)
        },
        { wait: 3600 }
      )
  )
)
