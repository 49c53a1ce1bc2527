import { sentence } from '#core/domain_error'
import {
  judgeRecorded,
  judgeTwins,
  landNew,
  landUpdates,
  type Landing,
} from '#core/imports/landing'
import { asciiCode, day, text, yesNo } from '#core/imports/parsers'
import { Problem } from '#core/imports/problem'
import { restoreChanges } from '#core/imports/undo'
import type { Stage } from '#core/imports/stage'
import type { ImportDefinition } from '#core/imports/definition'

const KEY = ['code'] as const
const CODE = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin'

/** What the first digit of an eight-digit code says the account is. */
const CLASSES: Readonly<Record<string, string>> = {
  1: 'revenue',
  2: 'expense',
  3: 'asset',
  4: 'liability',
  9: 'memo',
}

/** Digits that stay when a code is raised to its type's item, item's group, and so on up to the class. */
const STEMS = [6, 4, 3, 2, 1] as const

/**
 * دليل الحسابات: the official tree of eight-digit codes (قسم، فرع، باب، مجموعة، بند، نوع). An account
 * stands under the nearest code that ends in zeros above it, unless the file names another.
 */
const chartOfAccounts: ImportDefinition = {
  kind: 'chart-of-accounts',
  labels: sentence('دليل الحسابات', 'Chart of accounts'),
  permission: 'accounts.ledger.manage',
  needsApproval: true,
  fields: [
    {
      name: 'code',
      labels: sentence('كود الحساب', 'Account code'),
      synonyms: ['الكود', 'رقم الحساب', 'code', 'account'],
      required: true,
      column: CODE,
      parse: asciiCode(20),
    },
    {
      name: 'name_ar',
      labels: sentence('اسم الحساب', 'Account name'),
      synonyms: ['الاسم', 'البيان', 'المسمى', 'name'],
      required: true,
      column: 'VARCHAR(150)',
      parse: text(150),
    },
    {
      name: 'name_en',
      labels: sentence('الاسم بالإنجليزية', 'English name'),
      synonyms: ['name en', 'english name'],
      column: 'VARCHAR(150)',
      parse: text(150),
    },
    {
      name: 'parent_code',
      labels: sentence('الحساب الأعلى', 'Parent account'),
      synonyms: ['يتبع', 'الحساب الرئيسي', 'كود الأب', 'parent'],
      column: CODE,
      parse: asciiCode(20),
    },
    {
      name: 'is_postable',
      labels: sentence('يقبل القيود', 'Takes entries'),
      synonyms: ['تحليلي', 'postable'],
      column: 'TINYINT(1)',
      parse: yesNo,
    },
    {
      name: 'valid_from',
      labels: sentence('يسري من', 'Valid from'),
      synonyms: ['من تاريخ', 'تاريخ السريان', 'from'],
      column: 'DATE',
      parse: day,
    },
    {
      name: 'valid_to',
      labels: sentence('ينتهي في', 'Valid to'),
      synonyms: ['حتى تاريخ', 'إلى تاريخ', 'to'],
      column: 'DATE',
      parse: day,
    },
  ],
  derived: { class: 'VARCHAR(12) CHARACTER SET ascii' },
  fills: ['name_en'],
  totals: [],
  key: KEY,
  derivesAlone: true,
  reasons: {
    not_an_account_code: (value) =>
      sentence(
        `«${value}» ليس كود حساب: ثمانية أرقام أولها 1 أو 2 أو 3 أو 4 أو 9. صححه.`,
        `"${value}" is no account code: eight digits that begin with 1, 2, 3, 4 or 9. Correct it.`
      ),
    unknown_parent_account: (value) =>
      sentence(
        `الحساب الأعلى «${value}» ليس في الملف ولا في الدليل. أضفه أو صححه.`,
        `The parent account "${value}" is neither in the file nor in the chart. Add or correct it.`
      ),
    account_has_lines: (value) =>
      sentence(
        `الحساب «${value}» عليه قيود فلا يصير تجميعيًا. افتح تحته حسابات جديدة بعد نقل رصيده.`,
        `The account "${value}" has entries and cannot become a heading. Move its balance first.`
      ),
  },

  async open() {
    return (row) => {
      const code = row.code ?? ''
      const kind = /^\d{8}$/.test(code) ? CLASSES[code[0]!] : undefined
      if (!kind) return new Problem('not_an_account_code', code, 'code')
      row.class = kind
      row.name_en ??= row.name_ar ?? null
      return null
    }
  },

  async judge(stage) {
    await stage.sql('CREATE INDEX stage_code ON import_stage (code)')
    await findParents(stage)
    await stage.reject(
      'unknown_parent_account',
      'parent_code',
      `FROM import_stage s WHERE s.parent_code IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM ledger_accounts a WHERE a.code = s.parent_code)
         AND NOT EXISTS (SELECT 1 FROM import_stage o WHERE o.code = s.parent_code)`,
      's.parent_code'
    )
    await judgeRecorded(stage, landing)
    await judgeTwins(stage, KEY, ['name_ar', 'name_en', 'parent_code', 'is_postable'])
  },

  async land(stage) {
    await landNew(stage, landing)
    await landUpdates(stage, landing)
  },

  async undo(stage) {
    await restoreChanges(stage, 'ledger_accounts', Object.keys(landing.details))
    await stage.sql('DELETE FROM ledger_accounts WHERE import_id = ? ORDER BY code DESC', [
      stage.importId,
    ])
  },
}

export default chartOfAccounts

const landing: Landing = {
  table: 'ledger_accounts',
  key: { code: 's.code' },
  facts: { class: 's.class' },
  details: {
    name_ar: 's.name_ar',
    name_en: 's.name_en',
    parent_code: 's.parent_code',
    is_postable: 's.is_postable',
    valid_from: 's.valid_from',
    valid_to: 's.valid_to',
    // A tree that a second person approved is confirmed.
    confirmed: '1',
  },
  defaults: { valid_from: "'2000-07-01'" },
  refuse: {
    when: 't.is_postable = 1 AND s.is_postable = 0 AND EXISTS (SELECT 1 FROM ledger_lines l WHERE l.account_id = t.id)',
    code: 'account_has_lines',
    field: 'code',
  },
}

/** Parents by the zeros of the codes, nearest first; who has children takes no entries unless told. */
async function findParents(stage: Stage): Promise<void> {
  for (const length of STEMS) {
    const above = `RPAD(LEFT(s.code, ${length}), 8, '0')`
    for (const known of ['import_stage', 'ledger_accounts']) {
      await stage.sql(
        `UPDATE import_stage s JOIN (SELECT DISTINCT code FROM ${known}) k ON k.code = ${above}
         SET s.parent_code = k.code WHERE s.parent_code IS NULL AND s.code <> ${above}`
      )
    }
  }
  const children = `SELECT parent_code FROM import_stage WHERE parent_code IS NOT NULL
    UNION SELECT parent_code FROM ledger_accounts WHERE parent_code IS NOT NULL`
  await stage.sql(
    `UPDATE import_stage s LEFT JOIN (${children}) c ON c.parent_code = s.code
     SET s.is_postable = IF(c.parent_code IS NULL, 1, 0) WHERE s.is_postable IS NULL`
  )
}
