import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class QueueRebuild extends BaseCommand {
  static override commandName = 'queue:rebuild'
  static override description = 'Hand every unfinished job of the database to Redis again'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    const { Relay } = await import('#core/jobs/relay')
    const relay = new Relay()
    try {
      const jobs = await relay.rebuild()
      if (this.json) process.stdout.write(`${JSON.stringify({ jobs })}\n`)
      else this.logger.success(`${jobs} jobs handed over again`)
    } finally {
      await relay.close()
    }
  }
}
