import { LedgerAccountSchema } from '#database/schema'

/** An account of the chart (دليل الحسابات). `confirmed` is false until a finance officer says it is right. */
export default class LedgerAccount extends LedgerAccountSchema {
  static override table = 'ledger_accounts'
}
