import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { RevenueHeadSchema } from '#database/schema'
import LedgerAccount from '#accounts/models/ledger_account'

/** A kind of money due (بند إيراد) and the account it is earned on. */
export default class RevenueHead extends RevenueHeadSchema {
  static override table = 'revenue_heads'

  @belongsTo(() => LedgerAccount, { foreignKey: 'ledgerAccountId' })
  declare account: BelongsTo<typeof LedgerAccount>
}
