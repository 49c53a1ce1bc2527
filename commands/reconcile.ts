import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { RunFigures } from '#revenue/reconciliation/figures'

/** Reconciles a unit, with everything below it, and a month, in this process. */
export default class Reconcile extends BaseCommand {
  static override commandName = 'reconcile'
  static override description =
    'Reconcile what was due, collected and banked for a unit and a month'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of the unit; everything below it is included' })
  declare unit: string

  @flags.string({ description: 'The month, yyyy-mm' })
  declare month: string

  @flags.string({ description: 'Several months, yyyy-mm..yyyy-mm, one after the other' })
  declare months: string

  @flags.string({ description: 'File that gets one JSON line for each open difference' })
  declare details: string

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    const range = this.months ? this.months.split('..') : [this.month, this.month]
    if (!this.unit || range.length !== 2 || !range[0] || !range[1]) {
      this.exitCode = 2
      return this.logger.error('--unit CODE and --month YYYY-MM (or --months FROM..TO) are needed')
    }
    const { DomainError } = await import('#core/domain_error')
    try {
      const results = await this.#reconcile(range as [string, string])
      if (this.json) {
        const answer = this.months ? { unit: this.unit, months: results } : results[0]
        process.stdout.write(`${JSON.stringify(answer)}\n`)
      } else for (const result of results) this.#tell(result)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.exitCode = 1
      if (this.json) process.stdout.write(`${JSON.stringify({ error: error.toJSON() })}\n`)
      else this.logger.error(error.message)
    }
  }

  async #reconcile([from, to]: [string, string]): Promise<RunFigures[]> {
    const { Month } = await import('#core/fiscal')
    const { SYSTEM } = await import('#audit/actor')
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { unitIdOf } = await import('#core/imports/unit_scope')
    const { default: StartReconciliation } = await import('#revenue/actions/start_reconciliation')
    const { writeDetails } = await import('#revenue/queries/difference_details')
    const unitId = await unitIdOf(this.unit, db as never)
    const months = Month.range(Month.of(from), Month.of(to))
    const results: RunFigures[] = []
    for (const month of months) {
      results.push(await new StartReconciliation().runHere({ unitId, month, by: SYSTEM }))
    }
    if (this.details) await writeDetails(this.app.makePath(this.details), unitId, months)
    return results
  }

  #tell(figures: RunFigures): void {
    this.logger.success(
      `${figures.unit} ${figures.month} #${figures.run}: ${figures.changed} changed`
    )
    for (const { code, count, amount } of figures.differences) {
      this.logger.log(`  ${code.padEnd(26)} ${String(count).padStart(8)} ${amount.padStart(20)}`)
    }
  }
}
