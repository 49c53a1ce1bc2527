import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/** Records boundaries of units (GeoJSON or zipped shapefile) as their limits from a day on. */
export default class UnitsLimits extends BaseCommand {
  static override commandName = 'units:limits'
  static override description = 'Record the boundaries of units from a GeoJSON or shapefile'
  static override options = { startApp: true }
  static override help = [
    '{{ binaryName }} units:limits governorates.geojson --by-code-field shapeISO',
    '{{ binaryName }} units:limits fayoum.zip --unit EG-FYM --from 2026-07-01',
    'Outlines are matched to units by code, else by name. Exit code: 0 all recorded or unchanged, 1 some refused, 2 wrong use.',
  ]

  @args.string({ description: 'GeoJSON, or zip with .shp, .dbf and .prj' })
  declare file: string

  @flags.string({ description: 'Code of the one unit whose boundary the file is' })
  declare unit: string

  @flags.string({ description: 'Field that holds the code or name of each unit' })
  declare byCodeField: string

  @flags.string({
    description: 'Match names among units of this kind only (governorate, markaz …)',
  })
  declare kind: string

  @flags.string({ description: 'First day on which the limits hold, yyyy-mm-dd (today)' })
  declare from: string

  @flags.string({ description: 'Where the boundaries come from (name of the file)' })
  declare source: string

  @flags.boolean({ description: 'Print one JSON object and nothing else' })
  declare json: boolean

  override async run() {
    if (!this.unit === !this.byCodeField) {
      return this.#stop(2, { message: 'give either --unit CODE or --by-code-field FIELD' })
    }
    const { isDay, today } = await import('#core/days')
    const from = this.from ?? today()
    if (!isDay(from)) return this.#stop(2, { message: '--from is a day like 2026-07-01' })
    const { DomainError } = await import('#core/domain_error')
    try {
      const verdicts = await this.#record(from)
      const count = (name: string) => verdicts.filter(({ verdict }) => verdict === name).length
      const [recorded, unchanged, rejected] = ['recorded', 'unchanged', 'rejected'].map(count)
      const totals = { rows: verdicts.length, recorded, unchanged, rejected }
      this.exitCode = rejected === 0 ? 0 : 1
      if (this.json)
        return void process.stdout.write(`${JSON.stringify({ ...totals, verdicts })}\n`)
      for (const { row, text, unitCode, reason } of verdicts) {
        if (reason)
          this.logger.warning(`${row} ${text} ${unitCode ?? ''}: ${reason.ar} — ${reason.en}`)
      }
      this.logger.info(`${recorded} recorded, ${unchanged} unchanged, ${rejected} refused`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.#stop(1, error.toJSON())
    }
  }

  async #record(validFrom: string) {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { unitIdOf } = await import('#core/imports/unit_scope')
    const { readBoundaries } = await import('#registry/limits/boundary_file')
    const { default: RecordUnitLimits } = await import('#registry/limits/record_unit_limits')
    const { SYSTEM } = await import('#audit/actor')
    const { default: FileError } = await import('#core/readers/file_error')
    const bytes = await readFile(this.file).catch((error) => {
      throw FileError.unexpected(error)
    })
    return new RecordUnitLimits().handle(
      {
        boundaries: await readBoundaries(this.file),
        unitId: this.unit ? await unitIdOf(this.unit, db as never) : undefined,
        field: this.byCodeField,
        kind: this.kind,
        validFrom,
        source: this.source ?? basename(this.file),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      { by: SYSTEM }
    )
  }

  #stop(code: 1 | 2, error: object & { message: string }) {
    this.exitCode = code
    if (this.json) process.stdout.write(`${JSON.stringify({ error })}\n`)
    else this.logger.error(error.message)
  }
}
