import { basename } from 'node:path'
import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand, WrongUse } from '#core/answering_command'
import type { FaultReport } from '../faults/run.js'

/** Kills every part of the house while it works, and counts afterwards what was lost or doubled. */
export default class Faults extends AnsweringCommand<FaultReport> {
  static override commandName = 'faults'
  static override description =
    'Kill web, worker, Redis and MariaDB at work and count (use npm run faults)'
  static override help = [
    'npm run faults -- --rounds 20 --seed 1 [--json]',
    'Exit code: 0 nothing lost or doubled and the control was caught, 1 otherwise, 2 wrong use.',
  ]

  @flags.number({ description: 'Rounds of work and blows', default: 20 })
  declare rounds: number

  @flags.number({ description: 'Seed of the files and of the blows', default: 1 })
  declare seed: number

  @flags.number({ description: 'Sites of the governorate whose files come in', default: 600 })
  declare sites: number

  @flags.number({ description: 'Its months', default: 4 })
  declare months: number

  protected async answer() {
    if (basename(process.env.DIWAN_LOCAL ?? '') !== 'faults') {
      throw new WrongUse('Faults need servers of their own: use npm run faults')
    }
    for (const name of ['rounds', 'seed', 'sites', 'months'] as const) {
      if (!Number.isInteger(this[name]) || this[name] < 1) {
        throw new WrongUse(`--${name} must be a whole number above 0`)
      }
    }
    const { runFaults } = await import('../faults/run.js')
    const { script } = await import('../faults/fleet.js')
    const { rounds, seed, sites, months } = this
    const say = (text: string) => void process.stderr.write(`${text}\n`)
    try {
      const report = await runFaults({ rounds, seed, sites, months, say })
      if (!report.ok) this.exitCode = 1
      return report
    } finally {
      // Raised servers stay up until they are told: nobody else uses these.
      await script(['scripts/services.mjs', 'stop'])
    }
  }

  protected tell(report: FaultReport) {
    const { rounds, blows, acknowledged, lost, doubled, jobs, books, audit, truth, recovery } =
      report
    const count = Object.values(blows).reduce((sum, n) => sum + n, 0)
    this.logger.info(`${rounds} rounds, ${count} blows: ${JSON.stringify(blows)}`)
    this.logger.info(
      `${acknowledged} acknowledged records and all files: ${lost} lost, ${doubled} doubled`
    )
    for (const part of ['register', 'spending'] as const) {
      const { acknowledged: done, unanswered, examples, ...clients } = report[part]
      this.logger.info(
        `${part} over HTTP ${JSON.stringify(done)}: ${clients.lost} lost, ${clients.doubled} doubled`
      )
      this.logger.info(`unanswered or refused: ${JSON.stringify(unanswered)}`)
      for (const example of examples.slice(0, 10)) this.logger.error(example)
    }
    this.logger.info(
      `${jobs.done} of ${jobs.recorded} jobs done, ${jobs.effectsNotOnce} effects not once`
    )
    this.logger.info(
      `books ${books.ok}, audit ${audit.ok} (${audit.rows} rows), truth ${truth.ok} (${truth.planted} differences)`
    )
    this.logger.info(
      `back after ${recovery.medianSeconds} s in the middle, ${recovery.maxSeconds} s at most`
    )
    this.logger.info(
      `control with the unsafe setting: ${report.control.lost} lost, caught: ${report.control.caught}`
    )
    for (const problem of jobs.problems) this.logger.error(problem)
    for (const example of books.examples) this.logger.error(JSON.stringify(example))
    if (report.ok) this.logger.success('Nothing lost, nothing doubled')
    else this.logger.error('The run failed')
  }
}
