import { args, flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/answering_command'

interface Answer {
  id: number
  email: string
  unit: string
  temporaryPassword: string
}

/** Opens an account for a person, for the first supervisor of a new installation above all. */
export default class UserCreate extends AnsweringCommand<Answer> {
  static override commandName = 'user:create'
  static override description = 'Open an account and print its temporary password once'

  @args.string({ description: 'Account name (e-mail)' })
  declare email: string

  @flags.string({ description: 'Full name' })
  declare name: string

  @flags.string({ description: 'Code of the home unit' })
  declare unit: string

  @flags.string({ description: 'Job title' })
  declare job: string

  protected async answer(): Promise<Answer> {
    const name = this.needed('name', this.name)
    const code = this.needed('unit', this.unit)
    const { default: CreateUser } = await import('#identity/actions/create_user')
    const { unitWithCode } = await import('#identity/queries/by_name')
    const { SYSTEM } = await import('#audit/actor')
    const unit = await unitWithCode(code)
    const { user, password } = await new CreateUser().handle(
      { email: this.email, fullName: name, jobTitle: this.job, homeUnitId: unit.id },
      { by: SYSTEM }
    )
    return { id: user.id, email: user.email, unit: unit.code, temporaryPassword: password }
  }

  protected tell({ email, unit, temporaryPassword }: Answer) {
    this.logger.success(`${email} (${unit})`)
    this.logger.info(`Temporary password, shown once: ${temporaryPassword}`)
  }
}
