/** Progress as short plain lines with seconds. On standard error unless a script says otherwise. */
let out = process.stderr
let quiet = false

export function logTo(stream) {
  out = stream
}

/** Quiet: only what takes longer than a second, or fails, is worth a line. */
export function logQuietly(value = true) {
  quiet = value
}

export function say(text) {
  out.write(`${text}\n`)
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs a step and says how long it took. The step may return a short remark for the line, and
 * `false` when there was nothing to do and nothing to say.
 */
export async function step(name, work) {
  const since = performance.now()
  try {
    const remark = await work()
    const slow = performance.now() - since > 1000
    if (remark !== false && (!quiet || slow)) {
      say(`  ${name}${typeof remark === 'string' ? `: ${remark}` : ''} (${seconds(since)})`)
    }
    return remark
  } catch (error) {
    say(`  ${name}: failed (${seconds(since)})`)
    throw error
  }
}

/** A failure a person can cure: only its sentence is printed, never a stack. */
export class Trouble extends Error {}

/** Runs a script's main function; prints a Trouble as a sentence and anything else with its stack. */
export async function main(work) {
  try {
    const code = await work()
    process.exitCode = typeof code === 'number' ? code : (process.exitCode ?? 0)
  } catch (error) {
    process.stderr.write(`\n${error instanceof Trouble ? error.message : error.stack}\n`)
    process.exitCode = 1
  }
}
