import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { AcknowledgedWriters } from './acknowledged.js'
import { insist, type Fleet } from './fleet.js'

export interface ControlVerdict {
  kills: number
  acknowledged: number
  lost: number
}

/**
 * Proves that this harness can see a loss: with the unsafe innodb_flush_log_at_trx_commit = 0 a
 * killed database must have lost acknowledged records, and the count must show it.
 */
export async function runControl(
  fleet: Fleet,
  unitIds: number[],
  kills: number
): Promise<ControlVerdict> {
  const verdict: ControlVerdict = { kills: 0, acknowledged: 0, lost: 0 }
  while (verdict.kills < kills && verdict.lost === 0) {
    await administer('SET GLOBAL innodb_flush_log_at_trx_commit = 0')
    const writers = new AcknowledgedWriters(unitIds)
    writers.start(8)
    await wait(1500)
    verdict.kills++
    await fleet.strike('mariadb')
    await writers.stop()
    verdict.acknowledged += writers.count
    verdict.lost += (await writers.verify()).lost
  }
  return verdict
}

/** SQL as the administrator of the private server (over its socket, by the scripts of the house). */
async function administer(sql: string): Promise<void> {
  await insist(async () => {
    const code = `import { administer } from './scripts/lib/mariadb.mjs'; await administer(${JSON.stringify(sql)})`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      cwd: app.makePath(),
      stdio: 'ignore',
    })
    const ended = await new Promise<number | null>((done) => child.once('exit', done))
    if (ended !== 0) throw new Error('the administrator was refused')
  }, 30)
}
