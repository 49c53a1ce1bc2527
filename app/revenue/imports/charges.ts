import { sentence } from '#core/domain_error'
import { fold } from '#core/arabic'
import {
  judgeRecorded,
  judgeTwins,
  landNew,
  landUpdates,
  type Landing,
} from '#core/imports/landing'
import { amount, asciiCode, code, day, month, text } from '#core/imports/parsers'
import { Problem } from '#core/imports/problem'
import { restoreChanges } from '#core/imports/undo'
import { unitField } from '#core/imports/common_fields'
import type { ImportDefinition } from '#core/imports/definition'
import type { Stage } from '#core/imports/stage'

const KEY = ['unit_id', 'payment_ref'] as const

/** المستحقات: what is due, by payment reference. Charges post nothing until they are collected. */
const charges: ImportDefinition = {
  kind: 'charges',
  labels: sentence('المستحقات', 'Charges'),
  permission: 'revenue.charges.manage',
  needsApproval: true,
  fields: [
    unitField,
    {
      name: 'payment_ref',
      labels: sentence('كود السداد', 'Payment reference'),
      synonyms: [
        'رقم المطالبة',
        'كود الدفع',
        'رقم السداد',
        'reference',
        'claim no',
        'payment code',
      ],
      required: true,
      column: 'VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin',
      parse: asciiCode(60),
    },
    {
      name: 'head',
      labels: sentence('بند الإيراد', 'Revenue head'),
      synonyms: ['البند', 'نوع الإيراد', 'كود البند', 'head code', 'fee type'],
      required: true,
      parse: text(120),
    },
    {
      name: 'right_no',
      labels: sentence('رقم الترخيص أو العقد', 'Licence or lease number'),
      synonyms: ['رقم الترخيص', 'رقم الرخصة', 'رقم العقد', 'licence no', 'license no', 'right'],
      column: 'VARCHAR(60)',
      parse: code(60),
    },
    {
      name: 'site_no',
      labels: sentence('رقم الموقع', 'Site number'),
      synonyms: ['كود الموقع', 'site code', 'site'],
      column: 'VARCHAR(60)',
      parse: code(60),
    },
    {
      name: 'party_no',
      labels: sentence('رقم الطرف', 'Party number'),
      synonyms: ['رقم العميل', 'رقم المستفيد', 'كود العميل', 'customer no', 'party'],
      column: 'VARCHAR(60)',
      parse: code(60),
    },
    {
      name: 'period',
      labels: sentence('الفترة', 'Period'),
      synonyms: ['الشهر', 'شهر الاستحقاق', 'عن شهر', 'month', 'billing month'],
      required: true,
      column: 'DATE',
      parse: month,
    },
    {
      name: 'due_on',
      labels: sentence('تاريخ الاستحقاق', 'Due date'),
      synonyms: ['الاستحقاق', 'due', 'due on', 'due date'],
      required: true,
      column: 'DATE',
      parse: day,
    },
    {
      name: 'amount',
      labels: sentence('المبلغ', 'Amount'),
      synonyms: ['القيمة', 'المستحق', 'قيمة المطالبة', 'amount due', 'value'],
      required: true,
      column: 'DECIMAL(18,2)',
      parse: amount,
    },
  ],
  derived: { head_id: 'BIGINT UNSIGNED' },
  fills: [],
  totals: ['amount'],
  key: KEY,

  derivesAlone: true,

  async open({ trx }) {
    const [heads] = await trx.rawQuery('SELECT id, code, name_ar, name_en FROM revenue_heads')
    const known = new Map<string, string>()
    for (const head of heads) {
      for (const name of [head.code, head.name_ar, head.name_en])
        known.set(fold(name), String(head.id))
    }
    const seen = new Map<string, string | undefined>()
    return (row) => {
      const name = row.head ?? ''
      if (!seen.has(name)) seen.set(name, known.get(fold(name)))
      row.head_id = seen.get(name) ?? null
      return row.head_id ? null : new Problem('unknown_head', name, 'head')
    }
  },

  async judge(stage) {
    for (const [field, table, reason] of [
      ['right_no', 'rights', 'unknown_right'],
      ['site_no', 'assets', 'unknown_site'],
      ['party_no', 'parties', 'unknown_party'],
    ] as const) {
      if (!stage.has(field)) continue
      await stage.reject(
        reason,
        field,
        `FROM import_stage s LEFT JOIN ${table} r ON r.unit_id = s.unit_id AND r.${field} = s.${field}
         WHERE s.${field} IS NOT NULL AND r.id IS NULL`,
        `s.${field}`
      )
    }
    await judgeRecorded(stage, landing(stage))
    await judgeTwins(
      stage,
      KEY,
      ['head_id', 'right_no', 'site_no', 'party_no', 'period', 'due_on', 'amount'],
      {
        field: 'payment_ref',
      }
    )
  },

  async land(stage) {
    await landNew(stage, landing(stage))
    await landUpdates(stage, landing(stage))
  },

  async undo(stage) {
    await restoreChanges(stage, 'charges', ['head_id', 'right_id', 'asset_id', 'party_id'])
    await stage.sql(`DELETE FROM charges WHERE ${stage.made}`)
  },
}

export default charges

/** A charge of a right belongs to the right's site and party unless the row says otherwise. */
function landing(stage: Stage): Landing {
  const right = stage.has('right_no')
  const site = stage.has('site_no')
  const party = stage.has('party_no')
  const either = (own: boolean, ownId: string, ofRight: string) =>
    [own ? ownId : null, right ? ofRight : null].filter(Boolean).join(', ') || 'NULL'
  return {
    table: 'charges',
    joins: [
      right ? 'LEFT JOIN rights r ON r.unit_id = s.unit_id AND r.right_no = s.right_no' : '',
      site ? 'LEFT JOIN assets a ON a.unit_id = s.unit_id AND a.site_no = s.site_no' : '',
      party ? 'LEFT JOIN parties p ON p.unit_id = s.unit_id AND p.party_no = s.party_no' : '',
    ].join(' '),
    key: { unit_id: 's.unit_id', payment_ref: 's.payment_ref' },
    facts: { amount: 's.amount', due_on: 's.due_on', period: 's.period' },
    details: {
      head_id: 's.head_id',
      right_id: right ? 'r.id' : 'NULL',
      asset_id: `COALESCE(${either(site, 'a.id', 'r.asset_id')})`,
      party_id: `COALESCE(${either(party, 'p.id', 'r.party_id')})`,
    },
  }
}
