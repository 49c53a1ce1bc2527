import { fold } from '#core/arabic'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { unitField } from '#core/imports/common_fields'
import { amountOrZero, note, text } from '#core/imports/parsers'
import { Problem } from '#core/imports/problem'
import { ImportInUseError } from '#core/imports/in_use'
import { restoreChanges } from '#core/imports/undo'
import { VERDICT, type Stage } from '#core/imports/stage'
import type { ImportContext, ImportDefinition, ImportField } from '#core/imports/definition'
import { axisCodes } from '#budget/imports/axis_codes'

const AXES = ['code_id', 'fund_id', 'function_id', 'programme_id'] as const
const KEY = ['budget_id', 'unit_id', ...AXES] as const
const ID = 'BIGINT UNSIGNED'

const axis = (name: string, ar: string, en: string, synonyms: string[]): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  parse: text(190),
})

/**
 * تقديرات الموازنة: figures by unit, item and fund into the units' proposals. Rows that name the same
 * line are parts of one figure and are added up; none is taken for a repetition of another.
 */
const budgetEstimates: ImportDefinition = {
  kind: 'budget-estimates',
  labels: sentence('تقديرات الموازنة', 'Budget estimates'),
  permission: 'budget.plan.manage',
  needsApproval: true,
  fields: [
    {
      name: 'fiscal_year',
      labels: sentence('السنة المالية', 'Fiscal year'),
      synonyms: ['العام المالي', 'السنة', 'fiscal year', 'fy'],
      required: true,
      parse: text(20),
    },
    unitField,
    {
      name: 'agency',
      labels: sentence('اسم الجهة', 'Unit name'),
      synonyms: ['الجهة', 'اسم الوحدة', 'department', 'agency'],
      parse: text(190),
    },
    {
      ...axis('item', 'البند', 'Item', ['كود البند', 'النوع', 'subclass id', 'item code']),
      required: true,
    },
    axis('fund', 'الصندوق', 'Fund', ['كود الصندوق', 'fund code']),
    axis('function', 'الوظيفة', 'Function', ['التصنيف الوظيفي', 'function code']),
    axis('programme', 'البرنامج', 'Programme', ['كود البرنامج', 'program', 'activity']),
    {
      name: 'amount',
      labels: sentence('المبلغ', 'Amount'),
      synonyms: ['التقدير', 'الاعتماد المطلوب', 'total', 'estimate', 'appropriation'],
      required: true,
      column: 'DECIMAL(18,2)',
      parse: amountOrZero,
    },
    {
      name: 'justification',
      labels: sentence('المبرر', 'Justification'),
      synonyms: ['مبررات الطلب', 'ملاحظات', 'reason', 'notes'],
      column: 'VARCHAR(500)',
      parse: note(500),
    },
  ],
  derived: { budget_id: ID, code_id: ID, fund_id: ID, function_id: ID, programme_id: ID },
  totals: ['amount'],
  reasons: {
    unknown_code: (value) =>
      sentence(
        `الكود «${value}» ليس من آخر مستوى في التصنيف الساري في تلك السنة. استورد الشجرة أولًا.`,
        `The code "${value}" is no lowest-level code of that year's classification. Import the tree first.`
      ),
    unknown_agency: (value) =>
      sentence(
        `لا توجد وحدة واحدة باسم «${value}». استخدم كود الوحدة.`,
        `There is no single unit called "${value}". Use the unit's code.`
      ),
    no_budget: (value) =>
      sentence(
        `لا توجد موازنة للسنة «${value}» تستقبل مقترحات. ابدأها أولًا.`,
        `No budget of "${value}" takes proposals. Begin it first.`
      ),
    proposal_closed: () =>
      sentence(
        'قدمت الوحدة مقترحها، فلا تدخله أرقام أخرى. أعده إليها أولًا.',
        'The unit has submitted its proposal; no more figures go into it. Return it first.'
      ),
  },

  async open(context) {
    const codes = await axisCodes(context.trx)
    const [budgets, units] = [await openBudgets(context), await unitsByName(context)]
    return (row) => {
      const year = fiscalYear(row.fiscal_year!)
      row.budget_id = (year && budgets.get(year)) || null
      if (!year || !row.budget_id) return new Problem('no_budget', row.fiscal_year!, 'fiscal_year')
      if (row.agency) {
        row.unit_id = units.get(fold(row.agency)) ?? null
        if (!row.unit_id) return new Problem('unknown_agency', row.agency, 'agency')
      }
      for (const [field, axes] of [
        ['item', ['use', 'resource']],
        ['fund', ['fund']],
        ['function', ['function']],
        ['programme', ['programme']],
      ] as const) {
        const name = row[field] ?? '00'
        const id = codes(axes, name, year)
        if (!id) return new Problem('unknown_code', name, field)
        row[field === 'item' ? 'code_id' : `${field}_id`] = id
      }
      return null
    }
  },

  async judge(stage) {
    await stage.reject(
      'proposal_closed',
      'amount',
      `FROM import_stage s JOIN budget_proposals p ON p.budget_id = s.budget_id AND p.unit_id = s.unit_id
         AND p.status IN ('submitted', 'accepted') WHERE s.problem_code IS NULL`
    )
    await stage.sql(
      `CREATE TEMPORARY TABLE import_sums (PRIMARY KEY (${KEY.join(', ')}))
       SELECT ${KEY.map((name) => `s.${name}`).join(', ')}, SUM(s.amount) AS amount,
         MAX(s.justification) AS justification
       FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq
       WHERE x.seq IS NULL AND s.problem_code IS NULL GROUP BY ${KEY.map((name) => `s.${name}`).join(', ')}`
    )
    await stage.verdict(
      `SELECT s.seq, IF(t.amount = u.amount AND (u.justification IS NULL OR u.justification <=> t.justification),
           ${VERDICT.unchanged}, ${VERDICT.updated}), NULL, NULL, NULL, NULL, t.id
       FROM import_stage s JOIN import_sums u ON ${sameKey('u', 's')}
       ${RECORDED} LEFT JOIN import_verdicts x ON x.seq = s.seq
       WHERE x.seq IS NULL AND s.problem_code IS NULL`
    )
  },

  async land(stage) {
    await makeProposals(stage)
    await landSums(stage)
    await correctSums(stage)
  },

  async undo(stage) {
    const id = stage.importId
    const [used] = await stage.sql(
      `SELECT p.id FROM budget_proposals p JOIN budget_proposal_lines l ON l.proposal_id = p.id
       LEFT JOIN import_changes c ON c.import_id = ? AND c.table_name = 'budget_proposal_lines' AND c.record_id = l.id
       WHERE p.status <> 'draft' AND (l.import_id = ? OR c.record_id IS NOT NULL) LIMIT 1`,
      [id, id]
    )
    if (used) throw submitted(Number(used.id))
    await restoreChanges(stage, 'budget_proposal_lines', ['amount', 'justification'])
    await stage.sql('DELETE FROM budget_proposal_lines WHERE import_id = ?', [id])
    await stage.sql(
      `DELETE p FROM budget_proposals p LEFT JOIN budget_proposal_lines l ON l.proposal_id = p.id
       WHERE p.import_id = ? AND l.id IS NULL`,
      [id]
    )
  },
}

export default budgetEstimates

const sameKey = (left: string, right: string) =>
  KEY.map((name) => `${left}.${name} = ${right}.${name}`).join(' AND ')

/** The draft of the unit and the line that is recorded in it, of a sum `u`. */
const RECORDED = `JOIN budget_proposals p ON p.budget_id = u.budget_id AND p.unit_id = u.unit_id AND p.status = 'draft'
  JOIN budget_proposal_lines t ON t.proposal_id = p.id AND ${AXES.map((name) => `t.${name} = u.${name}`).join(' AND ')}`

/** Units that have no proposal in hand get a draft, the issue after the last. */
async function makeProposals(stage: Stage): Promise<void> {
  await stage.sql(
    `INSERT INTO budget_proposals (budget_id, unit_id, fiscal_year, issue, status, made_by, import_id)
     SELECT u.budget_id, u.unit_id, b.fiscal_year,
       (SELECT COALESCE(MAX(o.issue), 0) + 1 FROM budget_proposals o
        WHERE o.budget_id = u.budget_id AND o.unit_id = u.unit_id), 'draft', ?, ?
     FROM (SELECT DISTINCT budget_id, unit_id FROM import_sums) u JOIN budgets b ON b.id = u.budget_id
     WHERE NOT EXISTS (SELECT 1 FROM budget_proposals p
       WHERE p.budget_id = u.budget_id AND p.unit_id = u.unit_id AND p.is_live = 1)`,
    [stage.by.id, stage.importId]
  )
}

async function landSums(stage: Stage): Promise<void> {
  const axes = AXES.map((name) => `u.${name}`).join(', ')
  await stage.sql(
    `INSERT INTO budget_proposal_lines (proposal_id, ${AXES.join(', ')}, previous, amount, justification, import_id)
     SELECT p.id, ${axes}, COALESCE(y.appropriated, 0), u.amount, u.justification, ?
     FROM import_sums u JOIN budgets b ON b.id = u.budget_id
     JOIN budget_proposals p ON p.budget_id = u.budget_id AND p.unit_id = u.unit_id AND p.status = 'draft'
     LEFT JOIN budget_proposal_lines t ON t.proposal_id = p.id AND ${AXES.map((name) => `t.${name} = u.${name}`).join(' AND ')}
     LEFT JOIN (budget_lines l JOIN budget_balances y ON y.line_id = l.id)
       ON l.unit_id = u.unit_id AND ${AXES.map((name) => `l.${name} = u.${name}`).join(' AND ')}
       AND l.fiscal_year = CONCAT(LEFT(b.fiscal_year, 4) - 1, '/', LEFT(b.fiscal_year, 4))
     WHERE t.id IS NULL`,
    [stage.importId]
  )
}

async function correctSums(stage: Stage): Promise<void> {
  const changed = `import_sums u ${RECORDED}
    JOIN (SELECT DISTINCT record_id FROM import_verdicts WHERE verdict = ${VERDICT.updated}) x ON x.record_id = t.id`
  await stage.sql(
    `INSERT INTO import_changes (import_id, table_name, record_id, before_value)
     SELECT ?, 'budget_proposal_lines', t.id, JSON_OBJECT('amount', t.amount, 'justification', t.justification)
     FROM ${changed}`,
    [stage.importId]
  )
  await stage.sql(
    `UPDATE ${changed}
     SET t.amount = u.amount, t.justification = COALESCE(u.justification, t.justification)`
  )
}

/** Budgets that take proposals, of the unit or of one above it; by year. */
async function openBudgets({ scope, trx }: ImportContext): Promise<Map<string, string>> {
  const [rows] = await trx.rawQuery(
    `SELECT b.id, b.fiscal_year AS year FROM budgets b
     JOIN unit_closure c ON c.ancestor_id = b.unit_id AND c.descendant_id = ?
     WHERE b.status = 'proposals' ORDER BY c.depth DESC`,
    [scope.id]
  )
  return new Map(rows.map(({ id, year }: { id: number; year: string }) => [year, String(id)]))
}

/** Units in scope by their names; a name that two bear is left out. */
async function unitsByName({ scope, trx }: ImportContext): Promise<Map<string, string>> {
  const [rows] = await trx.rawQuery(
    `SELECT u.id, u.name_ar AS ar, u.name_en AS en FROM units u
     JOIN unit_closure c ON c.descendant_id = u.id WHERE c.ancestor_id = ?`,
    [scope.id]
  )
  const ids = new Map<string, Set<string>>()
  for (const { id, ar, en } of rows) {
    for (const name of [fold(ar), fold(en)]) {
      ids.set(name, (ids.get(name) ?? new Set()).add(String(id)))
    }
  }
  const single = [...ids].filter(([, found]) => found.size === 1)
  return new Map(single.map(([name, found]) => [name, [...found][0]!]))
}

/** The label of the year, where the text is one. */
function fiscalYear(year: string): string | null {
  try {
    return FiscalYear.of(year).label
  } catch {
    return null
  }
}

function submitted(proposalId: number): ImportInUseError {
  return new ImportInUseError(
    sentence(
      'قدمت وحدة مقترحها بأرقام هذا الملف، فلا يتراجع عنه.',
      'A unit has submitted its proposal with figures of this file; it cannot be undone.'
    ),
    { facts: { proposalId } }
  )
}
