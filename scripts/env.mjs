/**
 * node scripts/env.mjs [--shell|--json] [--test] [--owner]
 * The environment every process of the application gets. `eval "$(node scripts/env.mjs --shell)"`
 * brings it into a shell. Holds passwords and keys: do not paste it anywhere.
 */
import { applicationOnly, environment } from './lib/environment.mjs'
import { main } from './lib/log.mjs'
import { findNode24 } from './lib/node24.mjs'
import { readState } from './lib/services.mjs'

const flags = new Set(process.argv.slice(2))
const quote = (value) => `'${String(value).replaceAll("'", `'\\''`)}'`

await main(() => {
  const env = applicationOnly(
    environment(readState(), {
      test: flags.has('--test'),
      owner: flags.has('--owner'),
      node: findNode24(),
    })
  )
  if (flags.has('--json')) return void process.stdout.write(`${JSON.stringify(env)}\n`)
  const prefix = flags.has('--shell') ? 'export ' : ''
  for (const [name, value] of Object.entries(env)) {
    process.stdout.write(`${prefix}${name}=${prefix ? quote(value) : value}\n`)
  }
})
