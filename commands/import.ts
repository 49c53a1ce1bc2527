import { readFile } from 'node:fs/promises'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { Mapping } from '#core/imports/mapping'

/** Brings a file in: says what would happen, and with `--commit` does it. */
export default class Import extends BaseCommand {
  static override commandName = 'import'
  static override description = 'Import a file of a kind for a unit; a dry run unless --commit'
  static override options = { startApp: true }
  static override help = [
    '{{ binaryName }} import receipts cashier7.csv --unit EG-FYM-SNR --commit --json',
    'A mapping file is JSON: {"field": "column heading"} or {"field": {"value": "constant"}}.',
    'Exit code: 0 done, 1 refused, 2 wrong use.',
  ]

  @args.string({ description: 'parties, sites-and-licences, charges, receipts, deposit-slips, …' })
  declare kind: string

  @args.string({ description: 'The file: CSV, XLSX, MT940, camt.053, or a zip with one of them' })
  declare file: string

  @flags.string({ description: 'Code of the unit for which the file is imported' })
  declare unit: string

  @flags.string({ description: 'JSON file that maps fields to columns or constants' })
  declare map: string

  @flags.boolean({ description: 'Only say what would happen (this is the default)' })
  declare dryRun: boolean

  @flags.boolean({ description: 'Write it' })
  declare commit: boolean

  @flags.boolean({ description: 'Print one JSON object and nothing else' })
  declare json: boolean

  @flags.string({ description: 'Sheet of a workbook, by name or number' })
  declare sheet: string

  @flags.string({ description: 'Column separator of a text file' })
  declare delimiter: string

  @flags.string({ description: 'Encoding of a text file' })
  declare encoding: string

  @flags.string({ description: 'Format, where the content does not show it: csv, xlsx, mt940, …' })
  declare format: string

  @flags.number({ description: 'Row of the headings; 0 when there is none' })
  declare headerRow: number

  @flags.string({ description: 'File inside a zip' })
  declare entry: string

  override async run() {
    const { runImportCommand } = await import('#core/imports/command')
    if (!this.unit) return this.#wrongUse('--unit CODE is needed')
    if (this.commit && this.dryRun) return this.#wrongUse('--dry-run or --commit, not both')
    let mapping: Mapping | null = null
    if (this.map) {
      try {
        mapping = JSON.parse(await readFile(this.map, 'utf8'))
      } catch (error) {
        return this.#wrongUse(`--map: ${(error as Error).message}`)
      }
    }
    const { code, output } = await runImportCommand({
      kind: this.kind,
      file: this.file,
      unit: this.unit,
      mapping,
      commit: Boolean(this.commit),
      reading: this.#reading(),
    })
    this.exitCode = code
    if (this.json) process.stdout.write(`${JSON.stringify(output)}\n`)
    else this.#tell(output)
  }

  #reading() {
    return {
      ...(this.sheet ? { sheet: /^\d+$/.test(this.sheet) ? Number(this.sheet) : this.sheet } : {}),
      ...(this.delimiter ? { delimiter: this.delimiter === '\\t' ? '\t' : this.delimiter } : {}),
      ...(this.encoding ? { encoding: this.encoding } : {}),
      ...(this.format ? { format: this.format as 'csv' } : {}),
      ...(this.headerRow !== undefined ? { headerRow: this.headerRow } : {}),
      ...(this.entry ? { entry: this.entry } : {}),
    }
  }

  #tell(output: Record<string, any>) {
    if (output.error) {
      this.logger.error(output.error.messages.ar)
      this.logger.error(output.error.messages.en)
      for (const cure of Object.values(output.error.cure ?? {})) this.logger.info(String(cure))
      return
    }
    const { rows, landed, updated, unchanged, rejected, blank } = output
    this.logger.info(
      `${rows} rows: ${landed} ${output.committed ? 'landed' : 'would land'}, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected, ${blank} blank`
    )
    this.logger.info(`totals: ${JSON.stringify(output.totals)}`)
    for (const warning of output.warnings) this.logger.warning(`${warning.ar} — ${warning.en}`)
    for (const reason of output.reasons.slice(0, 20)) {
      this.logger.warning(`${reason.message.ar} — ${reason.message.en}`)
    }
    if (rejected > 20) this.logger.info(`… ${rejected - 20} more; --json shows up to a thousand`)
  }

  #wrongUse(message: string) {
    this.exitCode = 2
    this.logger.error(message)
  }
}
