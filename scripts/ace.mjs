/**
 * npm run -s ace -- COMMAND …: any command of the application from a plain shell, whatever the
 * system's Node is. Standard output is the command's own, untouched; so is the exit code.
 */
import { bringUpToDate, DATABASE_STEPS } from './lib/steps.mjs'
import { inheritedFromUs, isPrivate } from './lib/environment.mjs'
import { inRoot } from './lib/paths.mjs'
import { logQuietly, main } from './lib/log.mjs'
import { needsOwner, passThrough } from './lib/ace.mjs'
import { prepared } from './lib/prepare.mjs'

const args = process.argv.slice(2)

await main(() => {
  logQuietly()
  return prepared({}, async (ground) => {
    const owner = needsOwner(args[0])
    const set = { NODE_ENV: process.env.NODE_ENV ?? 'production' }
    // On a fresh checkout there are no tables yet. On other people's servers nothing is migrated
    // unless it is asked for.
    if (!owner && isPrivate('database') && !inheritedFromUs()) {
      const plain = ground.env
      const env = (options = {}) => plain({ ...options, set: { ...set, ...options.set } })
      await bringUpToDate({ ...ground, env }, DATABASE_STEPS)
    }
    return passThrough(ground.node, [inRoot('ace.js'), ...args], {
      env: ground.env({ owner, set }),
    })
  })
})
