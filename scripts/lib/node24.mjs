import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { inRoot } from './paths.mjs'
import { Trouble } from './log.mjs'

const brought = () => inRoot('node_modules', 'node', 'bin', 'node')

function major(program) {
  const { stdout, status } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? Number(/^v(\d+)/.exec(stdout)?.[1] ?? 0) : 0
}

/**
 * A Node of at least version 24: the one that runs us, or the one that comes with the packages
 * (`node` is a dependency like any other). Null when the packages are not there yet.
 */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return existsSync(brought()) ? brought() : null
}

/** As `findNode24`, and it really runs. Call it after the packages are installed. */
export function node24() {
  const found = findNode24()
  if (found && (found === process.execPath || major(found) >= 24)) return found
  throw new Trouble(
    `Node 24 is needed; this is ${process.version}, and the one among the packages does not run` +
      ` (its install script was not allowed, perhaps).\n` +
      'Cure: npm rebuild node --ignore-scripts=false, or install Node 24 on the system.'
  )
}
