import { AnsweringCommand } from '#core/answering_command'
import type { Loaded } from '#core/reference'

type Results = Record<string, Loaded | null>

/** Brings the reference data in or up to date: units, roles, accounts, heads, settings. */
export default class ReferenceLoad extends AnsweringCommand<Results> {
  static override commandName = 'reference:load'
  static override description = 'Load or refresh the reference data; safe to run again'

  protected async answer() {
    const { loadReference } = await import('#core/reference')
    return loadReference()
  }

  protected tell(results: Results) {
    for (const [name, loaded] of Object.entries(results)) {
      const said = loaded
        ? `${loaded.created} created, ${loaded.changed} changed, ${loaded.unchanged} unchanged`
        : 'done'
      this.logger.info(`${name}: ${said}`)
    }
  }
}
