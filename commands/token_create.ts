import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand, WrongUse } from '#core/answering_command'

interface Answer {
  id: number
  user: string
  scope: string
  name: string
  expiresOn: string
  token: string
}

/** A token for a program that reads in a person's name: QGIS, GDAL. */
export default class TokenCreate extends AnsweringCommand<Answer> {
  static override commandName = 'token:create'
  static override description = 'Make a token (application password) for a person and print it once'

  @flags.string({ description: 'Account name (e-mail)' })
  declare user?: string

  @flags.string({ description: 'What it opens: ogc (the map layers)' })
  declare scope?: string

  @flags.string({ description: 'The program that will hold it' })
  declare name?: string

  @flags.string({ description: 'First day on which it opens nothing, yyyy-mm-dd; a year ahead' })
  declare until?: string

  protected async answer(): Promise<Answer> {
    const { isDay } = await import('#core/days')
    const { SYSTEM } = await import('#audit/actor')
    const { default: MakeToken } = await import('#identity/actions/make_token')
    const { personWithAccount } = await import('#identity/queries/by_name')
    const { TOKEN_SCOPES } = await import('#identity/tokens/scopes')
    const account = this.needed('user', this.user)
    const scope = TOKEN_SCOPES.find((known) => known === this.needed('scope', this.scope))
    if (!scope) throw new WrongUse(`--scope is one of ${TOKEN_SCOPES.join(', ')}`)
    if (this.until !== undefined && !isDay(this.until)) {
      throw new WrongUse('--until is a day: yyyy-mm-dd')
    }
    const { token, secret } = await new MakeToken().handle(
      await personWithAccount(account),
      { scope, name: this.name ?? 'GIS', expiresOn: this.until },
      { by: SYSTEM }
    )
    const { id, name, expiresOn } = token
    return { id, user: account, scope, name, expiresOn, token: secret }
  }

  protected tell({ user, scope, expiresOn, token }: Answer) {
    this.logger.success(`${user}: ${scope}, until ${expiresOn}`)
    this.logger.info(`Token, shown once: ${token}`)
  }
}
