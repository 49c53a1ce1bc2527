import { BaseCommand, flags } from '@adonisjs/core/ace'

/** Bills a month in this process: every unit, or one with everything below it. */
export default class RevenueBill extends BaseCommand {
  static override commandName = 'revenue:bill'
  static override description =
    'Make the charges of a month out of what the registry says is due; safe to run twice'
  static override options = { startApp: true }

  @flags.string({ description: 'The month, yyyy-mm; this month when left out' })
  declare month: string

  @flags.string({ description: 'Code of the unit; everything below it is included' })
  declare unit: string

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    const { DomainError } = await import('#core/domain_error')
    const { Month } = await import('#core/fiscal')
    const { SYSTEM } = await import('#audit/actor')
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { unitIdOf } = await import('#core/imports/unit_scope')
    const { default: BillUnit } = await import('#revenue/actions/bill_unit')
    const { unitsToBill } = await import('#revenue/queries/units_to_bill')
    try {
      const month = this.month ? Month.of(this.month) : Month.current()
      const below = this.unit ? await unitIdOf(this.unit, db as never) : undefined
      const units = []
      for (const unitId of await unitsToBill(below)) {
        const billed = await new BillUnit().handle({ unitId, month, by: SYSTEM })
        units.push({ unitId, ...billed })
        if (!this.json) {
          this.logger.success(
            `${unitId}: ${billed.issued} issued, ${billed.amount}; ${billed.cancelled} cancelled, ${billed.credited} credited`
          )
        }
      }
      if (this.json) {
        process.stdout.write(`${JSON.stringify({ month: month.toString(), units })}\n`)
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.exitCode = 1
      if (this.json) process.stdout.write(`${JSON.stringify({ error: error.toJSON() })}\n`)
      else this.logger.error(error.message)
    }
  }
}
