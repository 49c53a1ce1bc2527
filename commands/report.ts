import { copyFile } from 'node:fs/promises'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { DomainError } from '#core/domain_error'

/** Produces a numbered and sealed report, and puts a copy of it where it is asked. */
export default class Report extends BaseCommand {
  static override commandName = 'report'
  static override description = 'Produce a report of a unit and month as Excel or PDF'
  static override options = { startApp: true }
  static override help = [
    '{{ binaryName }} report revenue-reconciliation --unit EG-FYM --month 2026-10 --format pdf --out october.pdf',
    'Exit code: 0 done, 1 refused, 2 wrong use.',
  ]

  @args.string({ description: 'revenue-reconciliation' })
  declare kind: string

  @flags.string({ description: 'Code of the unit; everything below it is included' })
  declare unit: string

  @flags.string({ description: 'Month, as 2026-10' })
  declare month: string

  @flags.string({ description: 'xlsx or pdf' })
  declare format: string

  @flags.string({ description: 'Where the file goes' })
  declare out: string

  @flags.string({ description: 'Language of the report: ar or en', default: 'ar' })
  declare locale: string

  @flags.boolean({ description: 'Print one JSON object and nothing else' })
  declare json: boolean

  override async run() {
    const missing = ['unit', 'month', 'format', 'out'].find((name) => !this.parsed.flags[name])
    if (missing) return this.#wrongUse(`--${missing} is needed`)
    if (!['ar', 'en'].includes(this.locale)) return this.#wrongUse('--locale is ar or en')
    const { reportNow } = await import('#reporting/actions/report_now')
    try {
      const { path, ...made } = await reportNow({
        kind: this.kind,
        unit: this.unit,
        month: this.month,
        format: this.format,
        locale: this.locale as 'ar' | 'en',
      })
      await copyFile(path, this.out)
      const output = { ...made, out: this.out }
      if (this.json) process.stdout.write(`${JSON.stringify(output)}\n`)
      else this.logger.success(`${made.number}: ${this.out} (${made.bytes} bytes, ${made.seal})`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.exitCode = 1
      if (this.json) process.stdout.write(`${JSON.stringify({ error: error.toJSON() })}\n`)
      else this.logger.error(error.message)
    }
  }

  #wrongUse(message: string) {
    this.exitCode = 2
    if (this.json) process.stdout.write(`${JSON.stringify({ error: { message } })}\n`)
    else this.logger.error(message)
  }
}
