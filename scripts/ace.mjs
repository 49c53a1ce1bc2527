/**
 * npm run -s ace -- COMMAND …: any command of the application from a plain shell, whatever the
 * system's Node is. Standard output is the command's own, untouched; so is the exit code.
 */
import { inRoot } from './lib/paths.mjs'
import { logQuietly, main } from './lib/log.mjs'
import { needsOwner, passThrough } from './lib/ace.mjs'
import { prepared } from './lib/prepare.mjs'

const args = process.argv.slice(2)

await main(() => {
  logQuietly()
  return prepared({}, ({ node, env }) => {
    const set = { NODE_ENV: process.env.NODE_ENV ?? 'production' }
    return passThrough(node, [inRoot('ace.js'), ...args], {
      env: env({ owner: needsOwner(args[0]), set }),
    })
  })
})
