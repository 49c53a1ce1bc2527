import { args, flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/answering_command'

interface Answer {
  id: number
  email: string
  role: string
  unit: string
  from: string
  to: string | null
}

/** Gives a person a role in a unit, in the name of the operator of the machine. */
export default class UserGrant extends AnsweringCommand<Answer> {
  static override commandName = 'user:grant'
  static override description = 'Give a person a role in a unit and all below it'

  @args.string({ description: 'Account name (e-mail)' })
  declare email: string

  @flags.string({ description: 'Code of the role (system_supervisor)' })
  declare role: string

  @flags.string({ description: 'Code of the unit' })
  declare unit: string

  @flags.string({ description: 'First day, yyyy-mm-dd (today)' })
  declare from: string

  @flags.string({ description: 'First day on which it no longer holds' })
  declare to: string

  @flags.string({ description: 'Why, or the number of the decision' })
  declare reason: string

  protected async answer(): Promise<Answer> {
    const roleCode = this.needed('role', this.role)
    const unitCode = this.needed('unit', this.unit)
    const { default: GiveGrant } = await import('#identity/actions/give_grant')
    const { personWithAccount, roleWithCode, unitWithCode } =
      await import('#identity/queries/by_name')
    const { parseDay } = await import('#core/days')
    const user = await personWithAccount(this.email)
    const role = await roleWithCode(roleCode)
    const unit = await unitWithCode(unitCode)
    const grant = await new GiveGrant().handle(
      {
        userId: user.id,
        roleId: role.id,
        unitId: unit.id,
        from: this.from ? parseDay(this.from) : undefined,
        to: this.to ? parseDay(this.to) : null,
        reason: this.reason,
      },
      { by: null }
    )
    const { id, validFrom, validTo } = grant
    return { id, email: user.email, role: role.code, unit: unit.code, from: validFrom, to: validTo }
  }

  protected tell({ email, role, unit, from, to }: Answer) {
    this.logger.success(`${email}: ${role} in ${unit} from ${from}${to ? ` until ${to}` : ''}`)
  }
}
