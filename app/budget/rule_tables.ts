import { sentence } from '#core/domain_error'
import { notBeforeToday, notUnder } from '#rules/guards'
import { choice, money, record, rows, share, whole } from '#rules/shapes'
import { settingTable } from '#rules/setting_table'
import type { RuleTable } from '#rules/rule_table'

/** Virements decided on or after a day: each was judged by the rule of its own day. */
const noVirement = notUnder(async ({ from }, trx) => {
  const [[last]] = await trx.rawQuery(
    `SELECT effective_on AS day, number, fiscal_year FROM virements
     WHERE status = 'approved' AND effective_on >= ? ORDER BY effective_on DESC, id DESC LIMIT 1`,
    [from]
  )
  if (!last) return null
  const no = `${last.number}/${last.fiscal_year}`
  return { on: last.day, ar: `نقل الاعتماد رقم ${no}`, en: `virement no. ${no}` }
})

/** Shares of the treasury that stand: each rests on the rate of the last day of its month. */
const noShare = notUnder(async ({ from }, trx) => {
  const [[last]] = await trx.rawQuery(
    `SELECT LAST_DAY(month) AS day, number, fiscal_year FROM fund_shares
     WHERE stands = 1 AND LAST_DAY(month) >= ? ORDER BY month DESC, id DESC LIMIT 1`,
    [from]
  )
  if (!last) return null
  const no = `${last.number}/${last.fiscal_year}`
  return { on: last.day, ar: `حصة الخزانة رقم ${no}`, en: `treasury's share no. ${no}` }
})

/** قواعد الموازنة والتأشيرات: what the year's law and notes say of virements, releases and carrying over. */
export const budgetRules: RuleTable = settingTable(
  { name: 'budget', group: 'budget', notBeforeToday },
  {
    'budget.virement.rules': {
      name: sentence('قواعد نقل الاعتمادات', 'Rules of virements'),
      guards: [noVirement],
      shape: rows({
        scope: choice({
          item: ['بين أنواع البند', 'Within an item'],
          group: ['بين بنود المجموعة', 'Within a group'],
          chapter: ['بين مجموعات الباب', 'Within a bab'],
          chapters: ['بين الأبواب', 'Between babs'],
          funds: ['بين الصناديق', 'Between funds'],
        }),
        upTo: money({ above: '0', optional: true }),
        authority: choice({
          competent_authority: ['السلطة المختصة', 'The competent authority'],
          finance_ministry: ['وزارة المالية', 'The finance ministry'],
          law: ['قانون', 'A law'],
          nobody: ['لا أحد', 'Nobody'],
        }),
      }),
    },
    'budget.proposal.justify_above_percent': {
      name: sentence('الزيادة التي تحتاج إلى مبرر', 'Increase that needs a justification'),
      shape: { kind: 'decimal', min: '0', max: '1000', digits: 2 },
    },
    'budget.release.plan': {
      name: sentence('خطة الإفراج', 'Plan of releases'),
      shape: record({
        parts: whole(1, 12),
        chapters: { kind: 'pairs', of: 'chapter', value: whole(1, 12) },
      }),
    },
    'budget.provisional.rule': {
      name: sentence('الصرف قبل صدور القانون', 'Spending before the law'),
      shape: record({
        basis: choice({ previous_year: ['اعتمادات العام السابق', "The year before's credit"] }),
        parts: whole(1, 12),
      }),
    },
    'budget.carry_over.rules': {
      name: sentence('ترحيل الارتباطات', 'Carrying commitments over'),
      shape: rows(
        {
          chapters: { kind: 'codes', none: 'null' },
          funds: { kind: 'codes', none: 'empty' },
          notFunds: { kind: 'codes', none: 'empty' },
          credit: choice({
            comes_along: ['يرحل معها اعتمادها', 'Its credit comes along'],
            of_next_year: ['تحمل على اعتماد السنة الجديدة', 'The next year bears it'],
          }),
        },
        ['funds', 'notFunds']
      ),
    },
    'budget.alerts.percents': {
      name: sentence('نسب التنبيه على الاعتماد', 'Percentages of alerts'),
      shape: { kind: 'codes', numbers: true, none: 'refused' },
    },
  }
)

/** حصة الخزانة: the treasury's rate of the revenue of special funds. */
export const fundRules: RuleTable = settingTable(
  { name: 'funds', group: 'budget', notBeforeToday },
  {
    'budget.funds.treasury_share': {
      name: sentence('حصة الخزانة من إيرادات الصناديق', "Treasury's share of the revenue of funds"),
      guards: [noShare],
      shape: record({ rate: share(), exempt: { kind: 'codes', none: 'empty' } }),
    },
  }
)
