import { args } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/answering_command'
import type { CheckSummary } from '#reporting/sample/check'

/** As many lines of each list are shown; the counts tell of all. */
const SHOWN = 200

interface Answer extends CheckSummary {
  counts: { missing: number; extra: number; otherAmount: number; inputs: number }
}

/** Shows that the reconciliation found what is in a sample, all of it and nothing else. */
export default class SampleCheck extends AnsweringCommand<Answer> {
  static override commandName = 'sample:check'
  static override description = 'Compare the reconciled database with the truth of a sample'
  static override help = ['Exit code: 0 all found and nothing else, 1 not so, 2 wrong use.']

  @args.string({ description: 'The folder of sample:generate' })
  declare folder: string

  protected async answer(): Promise<Answer> {
    const { checkSample } = await import('#reporting/sample/check')
    const summary = await checkSample(this.folder)
    if (!summary.ok) this.exitCode = 1
    const { missing, extra, otherAmount, inputs } = summary
    return {
      ...summary,
      counts: {
        missing: missing.length,
        extra: extra.length,
        otherAmount: otherAmount.length,
        inputs: inputs.length,
      },
      missing: missing.slice(0, SHOWN),
      extra: extra.slice(0, SHOWN),
      otherAmount: otherAmount.slice(0, SHOWN),
    }
  }

  protected tell({ ok, planted, found, counts, notReconciled, ...lists }: Answer) {
    this.logger.info(`${planted} planted, ${found} found: ${JSON.stringify(counts)}`)
    if (notReconciled.length > 0) this.logger.warning(`not reconciled: ${notReconciled.join(', ')}`)
    for (const [name, lines] of Object.entries(lists)) {
      for (const line of lines.slice(0, 20)) this.logger.warning(`${name}: ${JSON.stringify(line)}`)
    }
    if (ok) this.logger.success('the reconciliation found everything, and nothing else')
  }
}
