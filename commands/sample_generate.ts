import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand, WrongUse } from '#core/answering_command'
import type { SampleSummary } from '#reporting/sample/generate'

const MOST_MONTHS = 36

/** Writes a governorate's year of files, with every difference in them told in truth.json. */
export default class SampleGenerate extends AnsweringCommand<SampleSummary> {
  static override commandName = 'sample:generate'
  static override description = 'Write the files of a sample governorate, and the truth about them'
  // Files alone: no database is asked.
  static override options = { startApp: false }
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

  @flags.number({ description: 'Sites, 200 at least for twelve months', default: 3000 })
  declare sites: number

  @flags.number({ description: 'Months, the last before the current one', default: 12 })
  declare months: number

  @flags.string({
    description: 'The last month, yyyy-mm; the one before the current when left out',
  })
  declare lastMonth: string

  @flags.string({ description: 'Folder for the files: a new one, or one written before' })
  declare out: string

  protected async answer() {
    const { generateSample } = await import('#reporting/sample/generate')
    const { Month } = await import('#core/fiscal')
    for (const name of ['seed', 'sites', 'months'] as const) {
      if (Number.isInteger(this[name]) && this[name] > 0) continue
      throw new WrongUse(`--${name} must be a whole number above 0`)
    }
    if (this.months > MOST_MONTHS) throw new WrongUse(`--months is ${MOST_MONTHS} at most`)
    return generateSample({
      seed: this.seed,
      sites: this.sites,
      months: this.months,
      lastMonth: this.lastMonth ? Month.of(this.lastMonth) : undefined,
      folder: this.needed('out', this.out),
    })
  }

  protected tell({ files, folder, rows, differences }: SampleSummary) {
    this.logger.info(`${files} files in ${folder}: ${JSON.stringify(rows)}`)
    this.logger.info(`differences: ${JSON.stringify(differences)}`)
  }
}
