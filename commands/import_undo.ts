import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/** Takes a committed import back, unless something already uses its records. */
export default class ImportUndo extends BaseCommand {
  static override commandName = 'import:undo'
  static override description = 'Undo a committed import by its number'
  static override options = { startApp: true }

  @args.string({ description: 'Number of the import' })
  declare id: string

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    if (!/^\d{1,15}$/.test(this.id)) {
      this.exitCode = 2
      return this.logger.error('The number of an import is needed')
    }
    const { DomainError } = await import('#core/domain_error')
    const { undoImport } = await import('#core/imports/undo')
    const { OPERATOR } = await import('#core/imports/command')
    const importId = Number(this.id)
    try {
      await undoImport(importId, { by: OPERATOR })
      if (this.json) process.stdout.write(`${JSON.stringify({ import: importId, undone: true })}\n`)
      else this.logger.success(`import ${importId} undone`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.exitCode = 1
      const refusal = { import: importId, undone: false, error: error.toJSON() }
      if (this.json) process.stdout.write(`${JSON.stringify(refusal)}\n`)
      else this.logger.error(error.adviceFor('ar') + ' — ' + error.adviceFor('en'))
    }
  }
}
