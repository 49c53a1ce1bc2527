/**
 * node scripts/check_directions.mjs: is the check of the domains' directions able to fail? Copies
 * app/ to a temporary folder, plants a violation of every rule there, and sees each one named;
 * and sees that the copy without them is clean, so that it was not blind.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inLocal, inRoot, folder } from './lib/paths.mjs'
import { capture } from './lib/processes.mjs'
import { node24 } from './lib/node24.mjs'

const require = createRequire(import.meta.url)
const rules = require(inRoot('.dependency-cruiser.cjs')).forbidden.map(({ name }) => name)
const LOWEST = 'core'

/** rule → files to plant: [path, text]. Each `x-looks-down` is planted from the list of rules itself. */
const plants = {
  'resolvable': [['app/audit/planted_a.ts', "import '#core/there_is_no_such_file'\n"]],
  'no-cycles': [
    ['app/core/planted_b.ts', "import { c } from '#core/planted_c'\nexport const b = () => c\n"],
    ['app/core/planted_c.ts', "import { b } from '#core/planted_b'\nexport const c = () => b\n"],
  ],
  'known-domains': [['app/elsewhere/planted_d.ts', "import '#core/planted_leaf'\n"]],
  'private-folders': [
    ['app/identity/controllers/planted_e.ts', 'export default 1\n'],
    ['app/accounts/planted_f.ts', "import '#identity/controllers/planted_e'\n"],
  ],
  'rules-without-http': [
    ['app/identity/controllers/planted_e.ts', 'export default 1\n'],
    ['app/identity/models/planted_g.ts', "import '#identity/controllers/planted_e'\n"],
  ],
  'app-without-tests': [
    ['tests/planted_h.ts', 'export default 1\n'],
    ['app/core/planted_i.ts', "import '#tests/planted_h'\n"],
  ],
  'no-tools-in-the-product': [['app/core/planted_j.ts', "import 'fast-check'\n"]],
}
const order = rules.filter((name) => name.endsWith('-looks-down')).map((name) => name.split('-')[0])
for (const [index, domain] of order.entries()) {
  // Whoever stands before a domain in the list is above it or beside it.
  const other = index === 0 ? null : order[index - 1]
  if (!other) continue
  plants[`${domain}-looks-down`] = [
    [`app/${other}/planted_top_${domain}.ts`, 'export default 1\n'],
    [`app/${domain}/planted_up.ts`, `import '../${other}/planted_top_${domain}.js'\n`],
  ]
}

function copyOfTheTree() {
  const home = mkdtempSync(join(folder(inLocal()), 'planted-'))
  const names = [
    'app',
    'tests',
    'package.json',
    'tsconfig.json',
    '.dependency-cruiser.cjs',
    'resolve.cjs',
  ]
  for (const name of [...names, 'config', 'start', 'database', '.adonisjs']) {
    cpSync(inRoot(name), join(home, name), { recursive: true })
  }
  symlinkSync(inRoot('node_modules'), join(home, 'node_modules'))
  return home
}

async function violations(home) {
  const cruiser = inRoot('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout, stderr } = await capture(node24(), [cruiser, 'app', '--output-type', 'json'], {
    cwd: home,
  })
  if (!stdout.startsWith('{')) throw new Error(stderr || stdout)
  const { summary, modules } = JSON.parse(stdout)
  return { seen: modules.length, found: summary.violations }
}

const home = copyOfTheTree()
let wrong = 0
const refuse = (text) => {
  wrong++
  process.stdout.write(`FAILED  ${text}\n`)
}
try {
  const before = await violations(home)
  if (before.found.length > 0)
    refuse(`the tree itself breaks ${before.found[0].rule.name}: ${before.found[0].from}`)
  for (const [path, text] of [
    ...Object.values(plants).flat(),
    [`app/${LOWEST}/planted_leaf.ts`, 'export default 1\n'],
  ]) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  const { found } = await violations(home)
  const untested = rules.filter((name) => !plants[name] && name !== `${order[0]}-looks-down`)
  for (const name of untested) refuse(`the rule ${name} has no planted violation`)
  for (const [name, files] of Object.entries(plants)) {
    const from = files.at(-1)[0]
    const named = found.some(
      (one) => one.rule.name === name && files.some(([path]) => path === one.from)
    )
    if (!named) refuse(`${name} did not see ${from}`)
  }
  const count = Object.keys(plants).length
  process.stdout.write(
    `${before.seen} modules; ${count - wrong} of ${count} planted violations were named\n`
  )
} finally {
  rmSync(home, { recursive: true, force: true })
}
process.exitCode = wrong ? 1 : 0
