import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Tables to which the run-time user may only add. */
const ADD_ONLY = [
  'trail',
  'trail_seals',
  'ledger_entries',
  'ledger_lines',
  'ledger_seals',
  'ledger_sealings',
  'asset_changes',
  'budget_movements',
  'voucher_steps',
  'form_prints',
  'asset_geometries',
  'asset_book_entries',
  'bills',
  'bill_credits',
  'asset_lineage',
  'transaction_assets',
  'transaction_steps',
  'round_findings',
  'round_photos',
  'round_assignments',
  'encroachment_steps',
  'encroachment_minutes',
  'title_answers',
  'title_answer_documents',
  'usage_accruals',
]
/** Tables of the migrations alone. */
const NOT_TO_WRITE = ['adonis_schema', 'adonis_schema_versions']

export default class DbGrants extends BaseCommand {
  static override commandName = 'db:grants'
  static override description =
    'Give the run-time user his rights, table by table (run as the owner)'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const user = process.env.DB_APP_USER ?? 'diwan_app'
    const [[{ database, me }]] = await db.rawQuery(
      'SELECT DATABASE() AS `database`, SUBSTRING_INDEX(CURRENT_USER(), "@", 1) AS me'
    )
    if (me === user) {
      this.logger.warning(
        `${user} is the owner too: the ledger and the trail rest on their triggers`
      )
      return
    }
    const [hosts] = await db
      .rawQuery('SELECT host FROM mysql.user WHERE user = ?', [user])
      .catch(() => [[{ host: '%' }]])
    const [tables] = await db.rawQuery(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    )
    for (const { host } of hosts as { host: string }[]) {
      const grantee = `'${user}'@'${host}'`
      await db.rawQuery(`GRANT CREATE TEMPORARY TABLES ON \`${database}\`.* TO ${grantee}`)
      for (const { name } of tables as { name: string }[]) {
        const rights = NOT_TO_WRITE.includes(name)
          ? 'SELECT'
          : ADD_ONLY.includes(name)
            ? 'SELECT, INSERT'
            : 'SELECT, INSERT, UPDATE, DELETE'
        await db.rawQuery(`GRANT ${rights} ON \`${database}\`.\`${name}\` TO ${grantee}`)
      }
    }
    this.logger.success(`${tables.length} tables granted to ${user}`)
  }
}
