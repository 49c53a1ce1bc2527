import { AnsweringCommand } from '#core/answering_command'
import type { SampleAccount } from '#identity/actions/create_sample_accounts'

/** The accounts of the sample governorate, one per role, with their passwords. */
export default class SampleAccounts extends AnsweringCommand<SampleAccount[]> {
  static override commandName = 'sample:accounts'
  static override description = 'List one account per role of the sample governorate'

  protected async answer() {
    const { default: CreateSampleAccounts } =
      await import('#identity/actions/create_sample_accounts')
    return new CreateSampleAccounts().handle()
  }

  protected tell(accounts: SampleAccount[]) {
    for (const { role, email, password } of accounts) {
      this.logger.info(`${role}  ${email}  ${password}`)
    }
  }
}
