/** What every entry point does first: packages, Node 24, servers; and giving the servers back. */
import { environment } from './environment.mjs'
import { ensurePackages } from './packages.mjs'
import { ensurePrograms } from './debian.mjs'
import { endHelpers } from './processes.mjs'
import { node24 } from './node24.mjs'
import { Trouble } from './log.mjs'
import { releaseServices, startServices } from './services.mjs'

/**
 * @param programs further Debian programs, keys of NEEDS
 * @returns {{ node: string, state: object, env: (options?: object) => object }}
 */
export async function prepare({ programs = [] } = {}) {
  await ensurePackages()
  await ensurePrograms(...programs)
  const node = node24()
  const state = await startServices()
  return { node, state, env: (options = {}) => environment(state, { node, ...options }) }
}

/**
 * Runs `work` on prepared ground and gives the servers back however it ends. A signal ends what
 * is being waited for, and then us.
 */
export async function prepared(options, work) {
  let told = null
  const stop = (signal) => {
    told = signal
    endHelpers()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, stop)
  try {
    const ground = await prepare(options)
    if (told) throw new Trouble(`Stopped by ${told}.`)
    return await work(ground)
  } finally {
    await releaseServices()
    for (const signal of signals) process.off(signal, stop)
  }
}
