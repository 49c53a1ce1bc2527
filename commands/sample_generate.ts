import { BaseCommand, flags } from '@adonisjs/core/ace'
import { DomainError } from '#core/domain_error'

/** Writes a governorate's year of files, with every difference in them told in truth.json. */
export default class SampleGenerate extends BaseCommand {
  static override commandName = 'sample:generate'
  static override description = 'Write the files of a sample governorate, and the truth about them'
  static override help = [
    '{{ binaryName }} sample:generate --seed 7 --sites 3000 --months 12 --out sample',
    'The same options give the same files, byte for byte.',
    'Exit code: 0 done, 1 refused, 2 wrong use.',
  ]

  @flags.number({
    description: 'Any whole number; another seed is another governorate',
    default: 7,
  })
  declare seed: number

  @flags.number({ description: 'Sites of the governorate, 200 at least for twelve months', default: 3000 })
  declare sites: number

  @flags.number({ description: 'Months, the last before the current one', default: 12 })
  declare months: number

  @flags.string({
    description: 'The last month, yyyy-mm; the one before the current when left out',
  })
  declare lastMonth: string

  @flags.string({ description: 'Folder for the files: a new one, or one written before' })
  declare out: string

  @flags.boolean({ description: 'Print one JSON object and nothing else' })
  declare json: boolean

  override async run() {
    const { generateSample } = await import('#reporting/sample/generate')
    const { Month } = await import('#core/fiscal')
    if (!this.out) return this.#wrongUse('--out DIR is needed')
    for (const name of ['seed', 'sites', 'months'] as const) {
      if (!Number.isInteger(this[name]) || this[name] < 1)
        return this.#wrongUse(`--${name} must be a whole number above 0`)
    }
    if (this.months > 36) return this.#wrongUse('--months is 36 at most')
    try {
      const summary = await generateSample({
        seed: this.seed,
        sites: this.sites,
        months: this.months,
        lastMonth: this.lastMonth ? Month.of(this.lastMonth) : undefined,
        folder: this.out,
      })
      if (this.json) return void process.stdout.write(`${JSON.stringify(summary)}\n`)
      this.logger.info(
        `${summary.files} files in ${summary.folder}: ${JSON.stringify(summary.rows)}`
      )
      this.logger.info(`differences: ${JSON.stringify(summary.differences)}`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.exitCode = 1
      if (this.json) process.stdout.write(`${JSON.stringify({ error: error.toJSON() })}\n`)
      else this.logger.error(error.message)
    }
  }

  #wrongUse(message: string) {
    this.exitCode = 2
    this.logger.error(message)
  }
}
