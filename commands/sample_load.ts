import { args } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/answering_command'
import type { LoadSummary } from '#reporting/sample/load'

/** Brings a sample in as a governorate would: file by file, through the importers. */
export default class SampleLoad extends AnsweringCommand<LoadSummary & { people: number }> {
  static override commandName = 'sample:load'
  static override description = 'Import a folder of sample:generate; safe to run again'
  static override help = ['Exit code: 0 done, 1 refused or some rows were rejected, 2 wrong use.']

  @args.string({ description: 'The folder' })
  declare folder: string

  protected async answer() {
    const { loadSample } = await import('#reporting/sample/load')
    const { default: CreateSampleAccounts } =
      await import('#identity/actions/create_sample_accounts')
    const summary = await loadSample(this.folder, (done, all, file) => {
      if (!this.json && (done % 25 === 0 || done === all)) {
        this.logger.info(`${done} of ${all} files (${file})`)
      }
    })
    if (summary.refusals.length > 0) this.exitCode = 1
    const people = await new CreateSampleAccounts().handle()
    return { ...summary, people: people.length }
  }

  protected tell({ kinds, refusals }: LoadSummary) {
    for (const [kind, counts] of Object.entries(kinds)) {
      const { files, already, rows, landed, unchanged, rejected } = counts
      this.logger.info(
        `${kind}: ${rows} rows of ${files} files (${already} in the books before): ${landed} landed, ${unchanged} unchanged, ${rejected} rejected`
      )
    }
    for (const { file, reason } of refusals) this.logger.error(`${file}: ${JSON.stringify(reason)}`)
  }
}
