import { BaseCommand, flags } from '@adonisjs/core/ace'
import { DomainError } from '#core/domain_error'

/** Something asked of a command that it cannot read: a missing flag, an unknown word. Exit 2. */
export class WrongUse extends Error {}

/**
 * A command that people and scripts run alike. It does its work in `answer` and gives plain data back;
 * `--json` prints that as the only thing on standard output. Exit 0 done, 1 refused with a sentence,
 * 2 wrong use.
 *
 * Models are imported inside `answer`: all commands are read before the application runs.
 */
export abstract class AnsweringCommand<Answer = unknown> extends BaseCommand {
  static override options = { startApp: true }

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  /** Does the work. @throws DomainError for a refusal, WrongUse for a wrong call */
  protected abstract answer(): Promise<Answer>

  /** Tells the answer to a person. */
  protected abstract tell(answer: Answer): void

  override async run() {
    try {
      const answer = await this.answer()
      if (this.json) this.#print(answer)
      else this.tell(answer)
    } catch (error) {
      this.#refuse(error)
    }
  }

  /** The value of a flag that must be there. */
  protected needed(flag: string, value: string | undefined): string {
    if (!value) throw new WrongUse(`--${flag} is needed`)
    return value
  }

  #refuse(error: unknown) {
    if (error instanceof DomainError) {
      this.exitCode = 1
      if (this.json) return this.#print({ error: error.toJSON() })
      return this.logger.error(error.message)
    }
    if (error instanceof WrongUse) {
      this.exitCode = 2
      if (this.json) return this.#print({ error: { code: 'E_WRONG_USE', message: error.message } })
      return this.logger.error(error.message)
    }
    throw error
  }

  #print(value: unknown) {
    process.stdout.write(`${JSON.stringify(value)}\n`)
  }
}
