import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class BooksCheck extends BaseCommand {
  static override commandName = 'books:check'
  static override description = 'Check the invariants of the books over the whole database'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    const { checkBooks } = await import('#reporting/books_check/check_books')
    const verdict = await checkBooks()
    if (!verdict.ok) this.exitCode = 1
    if (this.json) {
      process.stdout.write(`${JSON.stringify(verdict)}\n`)
      return
    }
    for (const invariant of verdict.invariants) {
      const line = `${invariant.id} ${invariant.name.ar} (${invariant.probes})`
      if (invariant.ok) this.logger.success(line)
      else this.logger.error(`${line}: ${invariant.violations}`)
      for (const { code, subject, detail } of invariant.examples.slice(0, 10)) {
        this.logger.error(`  ${code}: ${subject}: ${detail}`)
      }
    }
  }
}
