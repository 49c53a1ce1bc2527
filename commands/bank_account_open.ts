import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/** Records a bank account of a unit, before its statements can be imported. */
export default class BankAccountOpen extends BaseCommand {
  static override commandName = 'bank-account:open'
  static override description = 'Record a bank account of a unit'
  static override options = { startApp: true }

  @args.string({ description: 'IBAN or account number as on the statement' })
  declare number: string

  @flags.string({ description: 'Code of the unit' })
  declare unit: string

  @flags.string({ description: 'Name of the account' })
  declare name: string

  @flags.string({ description: 'Name of the bank' })
  declare bank: string

  @flags.string({ description: 'Code of its account in the chart (INT-BANK)' })
  declare ledger: string

  @flags.string({ description: 'Day it was opened, yyyy-mm-dd (today)' })
  declare opened: string

  @flags.boolean({ description: 'Print one JSON object' })
  declare json: boolean

  override async run() {
    if (!this.unit) {
      this.exitCode = 2
      return this.logger.error('--unit CODE is needed')
    }
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { DomainError } = await import('#core/domain_error')
    const { unitIdOf } = await import('#core/imports/unit_scope')
    const { openBankAccount } = await import('#accounts/actions/open_bank_account')
    const { SYSTEM } = await import('#audit/actor')
    try {
      const unitId = await unitIdOf(this.unit, db as never)
      const account = {
        unitId,
        accountNo: this.number,
        nameAr: this.name ?? this.number,
        bankName: this.bank ?? '',
        ledgerAccount: this.ledger,
        openedOn: this.opened,
      }
      const id = await openBankAccount(account, { by: SYSTEM })
      if (this.json)
        process.stdout.write(`${JSON.stringify({ id, unit: this.unit, number: this.number })}\n`)
      else this.logger.success(`${this.number} (${id})`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.exitCode = 1
      if (this.json) process.stdout.write(`${JSON.stringify({ error: error.toJSON() })}\n`)
      else this.logger.error(error.message)
    }
  }
}
