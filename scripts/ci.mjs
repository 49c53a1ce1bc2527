/**
 * npm run ci: everything that is asked of a change, in one command. A step that fails does not
 * hide the ones after it; the list of failures comes at the end.
 */
import { existsSync, readFileSync } from 'node:fs'
import { ace, passThrough } from './lib/ace.mjs'
import { capture } from './lib/processes.mjs'
import { hashOf } from './lib/files.mjs'
import { inRoot, ROOT } from './lib/paths.mjs'
import { logTo, main, say, seconds, Trouble } from './lib/log.mjs'
import { prepared } from './lib/prepare.mjs'

const tool = (path) => inRoot('node_modules', path)
const GENERATED = ['.adonisjs', 'database/schema.ts']

/** Runs a tool; its words are shown only when it refuses. */
const quietly =
  (...args) =>
  async ({ node, env }) => {
    const options = { cwd: ROOT, env: env({ set: { NODE_ENV: 'development' } }) }
    const { code, stdout, stderr } = await capture(node, args, options)
    if (code !== 0) throw new Trouble(`${stdout}${stderr}`.trim() || `ended with code ${code}`)
  }

/** The committed generated files are what the generators make of this tree and its migrations. */
async function noDrift({ node, env }) {
  const before = hashOf(...GENERATED)
  const set = { NODE_ENV: 'development' }
  await ace(node, ['codegen'], env({ test: true, set }))
  await ace(node, ['migration:fresh', '--force'], env({ test: true, owner: true, set }))
  if (hashOf(...GENERATED) === before) return
  const { stdout } = await capture('git', ['status', '--short', ...GENERATED], { cwd: ROOT })
  throw new Trouble(
    `Generated files were out of date and have been written anew; commit them:\n${stdout}`
  )
}

async function tests({ env }) {
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const set = { DIWAN_COVERAGE: '1' }
  const code = await passThrough(program, [...first, 'test'], {
    env: { ...process.env, ...set, PATH: env().PATH },
  })
  if (code !== 0) throw new Trouble(`npm test ended with code ${code}`)
}

/** Covered lines and branches of each domain, from the report of the tests just run. */
function coverage() {
  const path = inRoot('coverage/coverage-summary.json')
  if (!existsSync(path)) throw new Trouble('The tests left no coverage report')
  const domains = new Map()
  for (const [file, counts] of Object.entries(JSON.parse(readFileSync(path, 'utf8')))) {
    const domain = /\/app\/([^/]+)\//.exec(file)?.[1]
    if (!domain) continue
    const sum = domains.get(domain) ?? { lines: [0, 0], branches: [0, 0] }
    for (const kind of ['lines', 'branches']) {
      sum[kind][0] += counts[kind].covered
      sum[kind][1] += counts[kind].total
    }
    domains.set(domain, sum)
  }
  const percent = ([covered, total]) => (total ? `${((100 * covered) / total).toFixed(1)} %` : '–')
  for (const [domain, { lines, branches }] of [...domains].sort()) {
    say(`    ${domain.padEnd(14)} lines ${percent(lines)}, branches ${percent(branches)}`)
  }
}

const STEPS = [
  ['Generated files are up to date', noDrift],
  ['Types', quietly(tool('typescript/bin/tsc'), '--noEmit')],
  ['Lint', quietly(tool('eslint/bin/eslint.js'), '.')],
  ['Format', quietly(tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.')],
  [
    'Directions of the domains',
    quietly(
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['app', 'start', 'config', '--output-type', 'err']
    ),
  ],
  ['Planted violations are seen', quietly(inRoot('scripts/check_directions.mjs'))],
  ['Unused code and packages', quietly(tool('knip/bin/knip.js'), '--no-config-hints')],
  ['Private servers', quietly(inRoot('scripts/check_services.mjs'))],
  ['Start, start again, kill, end', quietly(inRoot('scripts/check_start.mjs'))],
  ['Tests with coverage (npm test)', tests],
  ['Coverage of the domains', coverage],
]

logTo(process.stdout)
await main(() =>
  prepared({ programs: ['poppler', 'gdal', 'chromium'] }, async (ground) => {
    const began = performance.now()
    const failed = []
    for (const [name, work] of STEPS) {
      const since = performance.now()
      try {
        await work(ground)
        say(`ok      ${name} (${seconds(since)})`)
      } catch (error) {
        failed.push(name)
        say(`FAILED  ${name} (${seconds(since)})`)
        say((error instanceof Trouble ? error.message : error.stack).replace(/^/gm, '    '))
      }
    }
    say(
      failed.length === 0
        ? `\nci: all ${STEPS.length} steps passed (${seconds(began)})`
        : `\nci: ${failed.length} of ${STEPS.length} steps failed (${seconds(began)}):\n  ${failed.join('\n  ')}`
    )
    return failed.length === 0 ? 0 : 1
  })
)
