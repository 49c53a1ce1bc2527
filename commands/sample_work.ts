import { AnsweringCommand } from '#core/answering_command'

/** The sample's property department at work: transactions, leases, cases, a round, values. */
export default class SampleWork extends AnsweringCommand<{ done: true }> {
  static override commandName = 'sample:work'
  static override description = 'Let the people of the sample work in it; safe to run again'

  protected async answer() {
    const { workInSample } = await import('#reporting/sample/office/work')
    await workInSample()
    return { done: true as const }
  }

  protected tell() {
    this.logger.info('Transactions, leases, cases, a round and values are there to be looked at')
  }
}
