import { args } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/answering_command'

interface Answer {
  email: string
  temporaryPassword: string
}

/** A new temporary password for a person, when nobody who may reset it on the page is left. */
export default class UserPassword extends AnsweringCommand<Answer> {
  static override commandName = 'user:password'
  static override description = 'Give a person a temporary password and print it once'

  @args.string({ description: 'Account name (e-mail)' })
  declare email: string

  protected async answer(): Promise<Answer> {
    const { default: SetPassword } = await import('#identity/actions/set_password')
    const { personWithAccount } = await import('#identity/queries/by_name')
    const { SYSTEM } = await import('#audit/actor')
    const user = await personWithAccount(this.email)
    const temporaryPassword = await new SetPassword().reset(user, { by: SYSTEM })
    return { email: user.email, temporaryPassword }
  }

  protected tell({ email, temporaryPassword }: Answer) {
    this.logger.success(email)
    this.logger.info(`Temporary password, shown once: ${temporaryPassword}`)
  }
}
