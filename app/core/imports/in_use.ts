import { DomainError, sentence } from '#core/domain_error'
import type { Trx } from '#core/within'

/** Rows of the import are already used elsewhere, so it can no longer be taken back whole. */
export class ImportInUseError extends DomainError {
  static override code = 'E_IMPORT_IN_USE'
}

type Words = readonly [ar: string, en: string]

/** What uses records: in words, and how one of it is named, as SQL of its row `u`. */
const USERS: Readonly<Record<string, readonly [ar: string, en: string, named?: string]>> = {
  allocations: ['مطابقة مع متحصلات أو مستحقات', 'a match of charges and receipts'],
  receipt_deposits: [
    'مطابقة مع حوافظ التوريد أو التسويات',
    'a match with deposit slips or settlements',
  ],
  bank_match_members: ['مطابقة مع كشف البنك', 'a match with the bank statement'],
  returned_cheques: ['شيكات مرتدة', 'returned cheques'],
  payment_orders: [
    'أوامر دفع مطابقة لسطوره',
    'payment orders matched with its lines',
    "CONCAT(u.number, '/', u.fiscal_year)",
  ],
  batch_debits: ['دفعات أوامر مطابقة لسطوره', 'batches of orders matched with its lines'],
  line_explanations: ['قيود تسوي سطوره', 'entries that settle its lines'],
  payment_vouchers: ['استمارات صرف 50', 'payment forms 50', "CONCAT(u.number, '/', u.fiscal_year)"],
  payment_claims: ['مطالبات مسجلة', 'recorded claims', 'u.label'],
  beneficiary_accounts: ['حسابات بنكية مسجلة له', 'bank accounts recorded for it', 'u.iban'],
  ledger_lines: ['قيود في الدفاتر', 'entries of the ledger'],
  ledger_totals: ['أرصدة في الدفاتر', 'balances of the ledger'],
  journal_lines: ['مذكرات قيد', 'journals'],
  opening_balances: ['أرصدة افتتاحية', 'opening balances'],
  bank_accounts: ['حسابات بنكية', 'bank accounts', 'u.account_no'],
  revenue_heads: ['بنود إيراد', 'revenue heads', 'u.code'],
  charges: ['مستحقات مسجلة', 'recorded charges'],
  rights: ['تراخيص أو عقود مسجلة', 'recorded licences or leases'],
  assets: ['أصول مسجلة', 'recorded assets'],
}

/** How a record that an import made is named, as SQL of its row `t`. */
const RECORDS: Readonly<Record<string, readonly [named: string, ...words: Words]>> = {
  beneficiaries: ["CONCAT(t.beneficiary_no, ' «', t.name, '»')", 'المستفيد رقم', 'beneficiary'],
  bank_lines: ["CONCAT(t.booked_on, ' ', t.amount)", 'سطر الكشف', 'line'],
  ledger_accounts: ["CONCAT(t.code, ' «', t.name_ar, '»')", 'الحساب', 'account'],
}

/** What refused a delete, as the database says it: whose row, and by which of its columns. */
const TABLE = /fails \(`[^`]+`\.`([^`]+)`/
const COLUMNS = /FOREIGN KEY \(`(\w+)`\) REFERENCES `([^`]+)` \(`(\w+)`\)/

const CURE = sentence('ألغ ما يستخدمها أولًا.', 'Undo what uses them first.')

/**
 * A refused delete told as what uses the records, and, where the house has words for them, which record
 * is used, by which paper, and how many others are. Other errors pass unchanged.
 */
export async function inUse(
  error: unknown,
  { importId, trx }: { importId: number; trx: Trx }
): Promise<unknown> {
  const { errno, message = '' } = error as { errno?: number; message?: string }
  if (errno !== 1451) return error
  const table = TABLE.exec(message)?.[1] ?? ''
  const [, column = '', of = '', key = ''] = COLUMNS.exec(message) ?? []
  const [ar, en, named] = USERS[table] ?? ['سجلات أخرى', 'other records']
  const record = RECORDS[of]
  if (!record) {
    return new ImportInUseError(
      sentence(
        `لا يمكن التراجع: تستخدم سجلاته ${ar}.`,
        `It cannot be undone: its records are used by ${en}.`
      ),
      { facts: { table }, cure: CURE, cause: error }
    )
  }
  const [[used]] = await trx.rawQuery(
    `SELECT ${record[0]} AS record, ${named ?? "''"} AS paper FROM ${of} t JOIN ${table} u ON u.${column} = t.${key}
     WHERE t.import_id = ? ORDER BY t.id LIMIT 1`,
    [importId]
  )
  const [[{ n }]] = await trx.rawQuery(
    `SELECT COUNT(DISTINCT t.id) AS n FROM ${of} t JOIN ${table} u ON u.${column} = t.${key} WHERE t.import_id = ?`,
    [importId]
  )
  const others = Number(n) - 1
  const paper = used?.paper ? ` (${used.paper})` : ''
  return new ImportInUseError(
    sentence(
      `لا يمكن التراجع: ${record[1]} ${used?.record} تستخدمه ${ar}${paper}${others > 0 ? `، ومعه ${others} غيره` : ''}.`,
      `It cannot be undone: ${record[2]} ${used?.record} is used by ${en}${paper}${others > 0 ? `, and ${others} more are` : ''}.`
    ),
    {
      facts: { table, record: used?.record, paper: used?.paper || null, others },
      cure: CURE,
      cause: error,
    }
  )
}
