import { sentence } from '#core/domain_error'
import { ImportInUseError } from '#core/imports/in_use'
import type { UndoStage } from '#core/imports/undo'

/** Papers that keep a beneficiary where he is: SQL of what each is called, and its row by `b`, his own. */
const PAPERS = [
  [
    'صرفت له الاستمارة 50 رقم',
    'was paid by form 50 no.',
    "CONCAT(v.number, '/', v.fiscal_year)",
    'payment_vouchers v ON v.beneficiary_id = b.id',
  ],
  [
    'له مطالبة مسجلة',
    'has a recorded claim,',
    'c.label',
    'payment_claims c ON c.beneficiary_id = b.id',
  ],
  [
    'سبق البت في حسابه ببنك:',
    'has an account that was decided on, at',
    'a.bank_name',
    "beneficiary_accounts a ON a.beneficiary_id = b.id AND (a.status <> 'proposed' OR NOT (a.import_id <=> b.import_id))",
  ],
] as const

/**
 * Before anything goes: a beneficiary of the file who was paid, who claimed, or whose account was decided
 * on stays, and so does an account of the file that was decided on, whoever's it is.
 * @throws ImportInUseError naming him by his number in the file, the paper, and how many others there are
 */
export async function refuseDealtWith({ sql, importId }: UndoStage): Promise<void> {
  for (const [ar, en, named, join] of PAPERS) {
    const rows = await sql(
      `SELECT b.id, MIN(b.beneficiary_no) AS number, MIN(b.name) AS name, MIN(${named}) AS paper FROM beneficiaries b JOIN ${join}
       WHERE b.import_id = ? GROUP BY b.id ORDER BY b.id LIMIT 1001`,
      [importId]
    )
    if (rows.length > 0) throw dealtWith(rows, [ar, en])
  }
  const decided = await sql(
    `SELECT b.id, b.beneficiary_no AS number, b.name, a.bank_name AS paper FROM beneficiary_accounts a
     JOIN beneficiaries b ON b.id = a.beneficiary_id
     WHERE a.import_id = ? AND a.status <> 'proposed' ORDER BY b.id LIMIT 1001`,
    [importId]
  )
  if (decided.length > 0) throw dealtWith(decided, [PAPERS[2][0], PAPERS[2][1]])
}

interface DealtWith {
  number: string
  name: string
  paper: string
}

function dealtWith(rows: readonly DealtWith[], [ar, en]: readonly [string, string]) {
  const { number, name, paper } = rows[0]!
  const others = rows.length - 1
  return new ImportInUseError(
    sentence(
      `لا يمكن التراجع: المستفيد رقم ${number} «${name}» من هذا الملف ${ar} ${paper}${others > 0 ? `، ومثله ${others} غيره` : ''}.`,
      `It cannot be undone: beneficiary ${number} “${name}” of this file ${en} ${paper}${others > 0 ? `, and ${others} more like it` : ''}.`
    ),
    {
      facts: { number, name, paper, others },
      cure: sentence(
        'من بدأ التعامل معه لا يحذف: صحح بياناته بملف آخر، أو أوقف حسابه من صفحته.',
        'Who was dealt with is not removed: correct him by another file, or stop his account on his page.'
      ),
    }
  )
}
