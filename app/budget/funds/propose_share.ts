import { today } from '#core/days'
import { FiscalYear, type Month } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { datedSetting } from '#core/settings'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import BudgetCode from '#budget/models/budget_code'
import FundShare from '#budget/models/fund_share'
import { isExempt, monthNotOver, noRevenue, stands } from '#budget/funds/errors'
import { fundPorts } from '#budget/funds/ports'

/** The treasury's rate on a day, and the funds that are free of it, by their codes. */
export interface ShareRule {
  rate: string
  exempt: string[]
}

/** The book in which a unit numbers its shares, per fiscal year without gaps. */
const SHARE_BOOK = 'fund_shares'

/** Works out the treasury's share of a fund's revenue of a month, by the rate of its last day. */
export default class ProposeShare {
  /** @throws FundShareError, SettingMissingError */
  async handle(
    { unitId, fundId, month }: { unitId: number; fundId: number; month: Month },
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<FundShare> {
    if (today() <= month.last) throw monthNotOver(month)
    return within(outer, async (trx) => {
      const fund = await BudgetCode.query({ client: trx })
        .where({ id: fundId, axis: 'fund' })
        .firstOrFail()
      const { value: rule, legalReference } = await datedSetting<ShareRule>(
        'budget.funds.treasury_share',
        { on: month.last, unitId, trx }
      )
      if (fund.code === '00' || rule.exempt.includes(fund.code)) throw isExempt(fund)
      const { label: fiscalYear } = FiscalYear.containing(month.first)
      const number = await nextNumber({ unitId, book: SHARE_BOOK, fiscalYear }, trx)
      const other = await FundShare.query({ client: trx })
        .where({ unitId, fundId, month: month.first, stands: true })
        .first()
      if (other) throw stands(other.label, month)
      const base = await fundPorts.revenueOf({ unitId, fundId, month }, trx)
      const amount = base.isPositive() ? base.times(rule.rate, { round: 'half_up' }) : base
      if (!amount.isPositive()) throw noRevenue(month)
      const share = await FundShare.create(
        {
          ...{ unitId, fiscalYear, number, fundId, base, amount, legalReference },
          month: month.first,
          rate: rule.rate,
          status: 'proposed',
          madeBy: by.id,
        },
        { client: trx }
      )
      await Trail.record(
        {
          ...{ action: 'fund_share.proposed', unitId, subjectType: 'fund_share' },
          subjectId: share.id,
          label: share.label,
          after: share.picture(),
        },
        { by, trx }
      )
      return share
    })
  }
}
