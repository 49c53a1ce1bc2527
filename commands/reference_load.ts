import { BaseCommand, flags } from '@adonisjs/core/ace'
import { loadReference } from '#core/reference'

/** Brings the reference data in or up to date: units, roles, accounts, heads, settings. */
export default class ReferenceLoad extends BaseCommand {
  static override commandName = 'reference:load'
  static override description = 'Load or refresh the reference data; safe to run again'
  static override options = { startApp: true }

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    const results = await loadReference()
    if (this.json) return void process.stdout.write(`${JSON.stringify(results)}\n`)
    for (const [name, loaded] of Object.entries(results)) {
      const said = loaded
        ? `${loaded.created} created, ${loaded.changed} changed, ${loaded.unchanged} unchanged`
        : 'done'
      this.logger.info(`${name}: ${said}`)
    }
  }
}
