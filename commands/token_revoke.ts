import { args } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/answering_command'

interface Answer {
  id: number
  name: string
  revoked: true
}

/** Takes back a token that was lost, whoever holds it. */
export default class TokenRevoke extends AnsweringCommand<Answer> {
  static override commandName = 'token:revoke'
  static override description = 'Take a token back: it opens nothing from now on'

  @args.string({ description: 'Number of the token, as token:create and the trail name it' })
  declare id: string

  protected async answer(): Promise<Answer> {
    const { default: RevokeToken } = await import('#identity/actions/revoke_token')
    const { SYSTEM } = await import('#audit/actor')
    const token = await new RevokeToken().handle(Number(this.id) || 0, null, { by: SYSTEM })
    return { id: token.id, name: token.name, revoked: true }
  }

  protected tell({ id, name }: Answer) {
    this.logger.success(`${id} (${name}) is taken back`)
  }
}
