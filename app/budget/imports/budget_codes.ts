import { sentence } from '#core/domain_error'
import { judgeRecorded, judgeTwins, landUpdates, type Landing } from '#core/imports/landing'
import { asciiCode, choice, day, note, text, yesNo } from '#core/imports/parsers'
import { restoreChanges } from '#core/imports/undo'
import { NEW_ROWS, type Stage } from '#core/imports/stage'
import type { ImportDefinition } from '#core/imports/definition'

const KEY = ['axis', 'code', 'valid_from'] as const
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin'
const LEVELS = [1, 2, 3, 4] as const
const LONGEST_CODE = 20

/** What a code holds from, where the tree does not say: the first year of today's classification. */
const ALWAYS = '2000-07-01'

/**
 * شجرة التصنيف: an official tree as its ministry publishes it. The parent stands beside the code or is
 * the longest code that it begins with; a later `valid_from` closes the code before it.
 */
const budgetCodes: ImportDefinition = {
  kind: 'budget-codes',
  labels: sentence('تصنيف الموازنة', 'Budget classification'),
  permission: 'budget.plan.manage',
  needsApproval: true,
  fields: [
    {
      name: 'axis',
      labels: sentence('التصنيف', 'Classification'),
      synonyms: ['المحور', 'نوع التصنيف', 'axis'],
      required: true,
      column: `VARCHAR(10) ${ASCII}`,
      parse: choice({
        use: ['استخدامات', 'الاستخدامات', 'مصروفات', 'اقتصادي', 'uses', 'economic'],
        resource: ['موارد', 'الموارد', 'ايرادات', 'إيرادات', 'resources', 'revenue'],
        function: ['وظيفي', 'الوظيفي', 'functional', 'cofog'],
        programme: ['برنامج', 'برامج', 'program', 'programmes'],
        fund: ['صندوق', 'صناديق', 'funds'],
      }),
    },
    {
      name: 'code',
      labels: sentence('الكود', 'Code'),
      synonyms: ['كود البند', 'الرمز', 'رقم الحساب', 'item code'],
      required: true,
      column: `VARCHAR(20) ${ASCII}`,
      parse: asciiCode(LONGEST_CODE),
    },
    {
      name: 'parent',
      labels: sentence('الكود الأعلى', 'Parent code'),
      synonyms: ['كود الأب', 'الرئيسي', 'يتبع', 'parent'],
      column: `VARCHAR(20) ${ASCII}`,
      parse: asciiCode(LONGEST_CODE),
    },
    {
      name: 'name_ar',
      labels: sentence('الاسم', 'Name'),
      synonyms: ['المسمى', 'البيان', 'اسم البند', 'الاسم بالعربية', 'title', 'description'],
      required: true,
      column: 'VARCHAR(190)',
      parse: text(190),
    },
    {
      name: 'name_en',
      labels: sentence('الاسم بالإنجليزية', 'English name'),
      synonyms: ['english name', 'name en'],
      column: 'VARCHAR(190)',
      parse: text(190),
    },
    {
      name: 'is_locked',
      labels: sentence('لا ينقل منه', 'Locked'),
      synonyms: ['مقيد', 'locked credit'],
      column: 'TINYINT(1)',
      parse: yesNo,
    },
    {
      name: 'account_code',
      labels: sentence('كود الحساب', 'Account code'),
      synonyms: ['الحساب', 'account'],
      column: `VARCHAR(20) ${ASCII}`,
      parse: asciiCode(20),
    },
    {
      name: 'valid_from',
      labels: sentence('يسري من', 'Valid from'),
      synonyms: ['تاريخ السريان', 'من تاريخ', 'from'],
      column: 'DATE',
      parse: day,
    },
    {
      name: 'valid_to',
      labels: sentence('ينتهي في', 'Valid to'),
      synonyms: ['حتى تاريخ', 'الى تاريخ', 'to'],
      column: 'DATE',
      parse: day,
    },
    {
      name: 'legal_reference',
      labels: sentence('السند', 'Legal reference'),
      synonyms: ['المرجع', 'القرار', 'reference'],
      column: 'VARCHAR(255)',
      parse: note(255),
    },
  ],
  derived: { level: 'TINYINT UNSIGNED' },
  totals: [],
  key: KEY,
  reasons: {
    unknown_parent: (value) =>
      sentence(
        `لا يوجد كود أعلى لهذا الكود${value ? ` («${value}»)` : ''} في الملف أو في الشجرة. أضفه.`,
        `The code's parent${value ? ` ("${value}")` : ''} is neither in the file nor in the tree. Add it.`
      ),
    too_deep: () =>
      sentence(
        'المستوى الخامس لا مكان له: باب ومجموعة وبند ونوع.',
        'There is no fifth level: bab, group, item and type.'
      ),
    parent_has_lines: (value) =>
      sentence(
        `الكود الأعلى «${value}» عليه بنود موازنة، فلا يتفرع. افتح كودًا جديدًا بتاريخ سريان.`,
        `The parent "${value}" has budget lines and cannot have children. Begin a new dated code.`
      ),
  },

  async open() {
    return (row) => {
      row.valid_from ??= ALWAYS
      row.name_en ??= row.name_ar ?? null
      return null
    }
  },

  async judge(stage) {
    await stage.sql('CREATE INDEX stage_code ON import_stage (axis, code)')
    if (!stage.has('parent')) await parentsByPrefix(stage)
    await levels(stage)
    const orphans = 'FROM import_stage s WHERE s.level IS NULL AND s.problem_code IS NULL'
    await stage.reject('unknown_parent', 'code', orphans, 's.parent')
    await stage.reject('too_deep', 'code', 'FROM import_stage s WHERE s.level > 4', 's.code')
    await stage.reject(
      'parent_has_lines',
      'code',
      `FROM import_stage s JOIN budget_codes p ON p.axis = s.axis AND p.code = s.parent AND p.is_postable = 1
       WHERE EXISTS (SELECT 1 FROM budget_lines l WHERE l.code_id = p.id)`,
      's.parent'
    )
    await judgeRecorded(stage, landing)
    await judgeTwins(stage, KEY, ['parent', 'name_ar', 'name_en', 'is_locked', 'account_code'], {
      field: 'code',
    })
  },

  /** From the babs down: a child needs the row of its parent. */
  async land(stage) {
    for (const level of LEVELS) await landLevel(stage, level)
    await landUpdates(stage, landing)
  },

  async undo(stage) {
    await restoreChanges(stage, 'budget_codes', Object.keys(landing.details))
    await stage.sql(
      `UPDATE budget_codes p JOIN budget_codes c ON c.parent_id = p.id AND c.import_id = ?
       SET p.is_postable = 1
       WHERE NOT EXISTS (SELECT 1 FROM budget_codes k WHERE k.parent_id = p.id AND NOT (k.import_id <=> ?))`,
      [stage.importId, stage.importId]
    )
    for (const level of [...LEVELS].reverse()) {
      await stage.sql('DELETE FROM budget_codes WHERE import_id = ? AND level = ?', [
        stage.importId,
        level,
      ])
    }
    await stage.sql(
      'UPDATE budget_codes SET valid_to = NULL, closed_by_import = NULL WHERE closed_by_import = ?',
      [stage.importId]
    )
  },
}

export default budgetCodes

const landing: Landing = {
  table: 'budget_codes',
  key: { axis: 's.axis', code: 's.code', valid_from: 's.valid_from' },
  facts: {},
  details: {
    name_ar: 's.name_ar',
    name_en: 's.name_en',
    is_locked: 's.is_locked',
    account_code: 's.account_code',
    valid_to: 's.valid_to',
    legal_reference: 's.legal_reference',
  },
}

/** Each longer beginning of the code that is a code itself replaces the shorter one. */
async function parentsByPrefix(stage: Stage): Promise<void> {
  for (let length = 1; length < LONGEST_CODE; length++) {
    for (const known of ['import_stage', 'budget_codes']) {
      await stage.sql(
        `UPDATE import_stage s JOIN (SELECT DISTINCT axis, code FROM ${known} WHERE CHAR_LENGTH(code) = ${length}) k
           ON k.axis = s.axis AND k.code = LEFT(s.code, ${length})
         SET s.parent = k.code WHERE CHAR_LENGTH(s.code) > ${length}`
      )
    }
  }
}

/** Level of every row: one below its parent in the file, or in the tree that is recorded. */
async function levels(stage: Stage): Promise<void> {
  await stage.sql('UPDATE import_stage SET level = 1 WHERE parent IS NULL')
  await stage.sql(
    `UPDATE import_stage s JOIN (SELECT axis, code, MAX(level) AS level FROM budget_codes GROUP BY axis, code) p
       ON p.axis = s.axis AND p.code = s.parent
     SET s.level = p.level + 1`
  )
  for (const level of LEVELS) {
    await stage.sql(
      `UPDATE import_stage s JOIN (SELECT DISTINCT axis, code FROM import_stage WHERE level = ${level}) p
         ON p.axis = s.axis AND p.code = s.parent
       SET s.level = ${level + 1}`
    )
  }
}

async function landLevel(stage: Stage, level: number): Promise<void> {
  const fresh = `${NEW_ROWS} AND s.level = ${level}`
  await stage.sql(
    `UPDATE budget_codes o JOIN (SELECT s.axis, s.code, s.valid_from ${fresh}) n
       ON n.axis = o.axis AND n.code = o.code AND o.valid_from < n.valid_from
     SET o.valid_to = n.valid_from, o.closed_by_import = ? WHERE o.valid_to IS NULL`,
    [stage.importId]
  )
  const made = await stage.sql(
    `INSERT INTO budget_codes (axis, code, parent_id, level, chapter_id, group_id, item_id, name_ar, name_en,
       is_postable, is_locked, account_code, valid_from, valid_to, legal_reference, confirmed, import_id)
     SELECT n.axis, n.code, p.id, ${level}, IF(p.level = 1, p.id, p.chapter_id), IF(p.level = 2, p.id, p.group_id),
       IF(p.level = 3, p.id, p.item_id), n.name_ar, n.name_en, 1, COALESCE(n.is_locked, p.is_locked, 0),
       n.account_code, n.valid_from, n.valid_to, COALESCE(n.legal_reference, ?), 1, ?
     FROM (SELECT s.* ${fresh}) n
     LEFT JOIN budget_codes p ON p.axis = n.axis AND p.code = n.parent
       AND p.id = (SELECT q.id FROM budget_codes q WHERE q.axis = n.axis AND q.code = n.parent
                   AND q.valid_from <= n.valid_from ORDER BY q.valid_from DESC LIMIT 1)
     ORDER BY n.seq`,
    [`شجرة مستوردة رقم ${stage.importId}`, stage.importId]
  )
  if (made.affectedRows === 0) return
  await stage.sql(
    `UPDATE budget_codes p JOIN budget_codes c ON c.parent_id = p.id AND c.import_id = ? AND c.level = ?
     SET p.is_postable = 0`,
    [stage.importId, level]
  )
}
