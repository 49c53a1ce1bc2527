import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class AuditVerify extends BaseCommand {
  static override commandName = 'audit:verify'
  static override description =
    'Compute every chain of the trail anew and hold the seals against it'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    const { verifyTrail } = await import('#audit/verify')
    const verdict = await verifyTrail()
    if (!verdict.ok) this.exitCode = 1
    if (this.json) {
      process.stdout.write(`${JSON.stringify(verdict)}\n`)
      return
    }
    for (const problem of verdict.problems) {
      this.logger.error(
        `${problem.problem}: unit ${problem.unit ?? '-'}, row ${problem.seq ?? problem.id}: ${problem.detail}`
      )
    }
    this.logger.info(
      `${verdict.rows} rows in ${verdict.chains} chains, ${verdict.seals} seals, ${verdict.problems.length} problems`
    )
  }
}
