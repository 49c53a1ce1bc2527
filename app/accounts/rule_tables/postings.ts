import { DomainError, sentence } from '#core/domain_error'
import { columnTable } from '#rules/column_table'
import { notBeforeToday } from '#rules/guards'
import { record, whole } from '#rules/shapes'
import type { RuleTable } from '#rules/rule_table'
import { postingName } from '#accounts/rule_tables/posting_words'

class PostingRuleError extends DomainError {
  static override code = 'E_POSTING_RULE'
}

/** قواعد القيد: to which side and account each amount of a document goes when it is posted. */
export const postingRules: RuleTable = {
  ...{ name: 'postings', group: 'accounts', mayEnd: false },
  ...columnTable({
    table: 'posting_rules',
    keys: ['document', 'event', 'amount_key', 'side'],
    columns: { accountCode: 'account_code', sortOrder: 'sort_order' },
    nameOf: postingName,
    orderBy: 'r.document, r.event, r.sort_order, r.id',
  }),
  brief: ['accountCode'],
  shape: () =>
    record({ accountCode: { kind: 'code', max: 20, optional: true }, sortOrder: whole(0, 999) }),
  nameOf: async (key) => postingName(key),
  guards: [notBeforeToday],
  async judge(values, _key, trx) {
    const { accountCode } = values as { accountCode: string | null }
    if (accountCode === null) return
    const [[account]] = await trx.rawQuery(
      'SELECT is_postable FROM ledger_accounts WHERE code = ?',
      [accountCode]
    )
    if (account?.is_postable) return
    throw new PostingRuleError(
      sentence(
        `الحساب ${accountCode} ليس في الدليل، أو لا يُقيد عليه.`,
        `Account ${accountCode} is not in the chart, or nothing is posted to it.`
      ),
      {
        cure: sentence(
          'اكتب كود حساب تفصيلي من دليل الحسابات.',
          'Write the code of a postable account of the chart.'
        ),
      }
    )
  },
}
