import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Bench extends BaseCommand {
  static override commandName = 'bench'
  static override description = 'Measure beside a floor in the same run (use npm run bench)'
  static override options: CommandOptions = { startApp: true }

  @args.spread({
    description: 'Which: reconcile, pages, registry, ledger, sheets',
    required: false,
  })
  declare names: string[]

  @flags.string({ description: 'Sizes, e.g. 100000,1000000' })
  declare rows?: string

  @flags.number({ description: 'Samples of each side' })
  declare repeats?: number

  @flags.boolean({ description: 'Measure what the last run of this size filled (registry)' })
  declare keep: boolean

  @flags.boolean({ description: 'Print one JSON array' })
  declare json: boolean

  override async run() {
    const { benchmarks } = await import('../benchmarks/index.js')
    const chosen = this.names?.length ? this.names : benchmarks.map((bench) => bench.name)
    const unknown = chosen.filter((name) => !benchmarks.some((bench) => bench.name === name))
    if (unknown.length) {
      this.logger.error(`No benchmark is called ${unknown.join(', ')}`)
      this.exitCode = 2
      return
    }
    const results = []
    for (const bench of benchmarks.filter(({ name }) => chosen.includes(name))) {
      process.stderr.write(`${bench.name}: ${bench.about}\n`)
      const rows = this.rows ? this.rows.split(',').map(Number) : bench.rows
      results.push(
        ...(await bench.run({
          rows,
          repeats: this.repeats ?? bench.repeats,
          keep: this.keep ?? false,
          say: (text) => process.stderr.write(`${text}\n`),
        }))
      )
    }
    if (this.json) {
      process.stdout.write(`${JSON.stringify(results)}\n`)
      return
    }
    for (const { name, rows, floor, ours, ratio, peakRssMb, open } of results) {
      const waited = open as { askedPerSecond: number; p50Ms: number; p99Ms: number } | undefined
      this.logger.info(
        `${name} ${rows} rows: floor ${floor.median} (±${floor.spread}), ours ${ours.median} (±${ours.spread}), ratio ${ratio}, ${peakRssMb} MB${waited ? `; open at ${waited.askedPerSecond}/s p50 ${waited.p50Ms} ms, p99 ${waited.p99Ms} ms` : ''}`
      )
    }
  }
}
