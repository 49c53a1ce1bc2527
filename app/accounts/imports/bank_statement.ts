import { createHash } from 'node:crypto'
import { sentence } from '#core/domain_error'
import { judgeRecorded, landNew, type Landing } from '#core/imports/landing'
import { Occurrences } from '#core/imports/occurrences'
import { amountOrZero, day, note, signedAmount } from '#core/imports/parsers'
import { Problem } from '#core/imports/problem'
import { postImport, rejectLocked, reverseImport } from '#accounts/actions/post_import'
import { LIVE } from '#accounts/banking/debits/explaining_entries'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { refuseUnderSigned } from '#accounts/banking/reconciliation/under_signed'
import { accountField } from '#accounts/imports/account_field'
import { bankAccounts } from '#accounts/imports/bank_accounts'
import { ledgerAccountIds } from '#accounts/imports/head_codes'
import { recordStatements } from '#accounts/imports/bank_statements'
import { NEW_ROWS, type Stage } from '#core/imports/stage'
import type { ImportDefinition, ImportField, StageRow } from '#core/imports/definition'
import type { UndoStage } from '#core/imports/undo'

const side = (name: string, ar: string, en: string, synonyms: string[]): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  parse: amountOrZero,
})

/**
 * كشف حساب البنك. A line has no number of its own, so its identity is what it says and its place
 * among equal lines of the same file: two equal lines are two facts, the same file again is none.
 */
const bankStatement: ImportDefinition = {
  kind: 'bank-statement',
  labels: sentence('كشف حساب البنك', 'Bank statement'),
  permission: 'accounts.bank.manage',
  needsApproval: true,
  fields: [
    accountField,
    {
      name: 'statement_no',
      labels: sentence('رقم الكشف', 'Statement number'),
      synonyms: ['الكشف', 'statement', 'statement no'],
      column: 'VARCHAR(40)',
      parse: note(40),
    },
    {
      name: 'booked_on',
      labels: sentence('تاريخ القيد', 'Booking date'),
      synonyms: [
        'التاريخ',
        'تاريخ العملية',
        'date',
        'transaction date',
        'booking date',
        'posting date',
      ],
      required: true,
      column: 'DATE',
      parse: day,
    },
    {
      name: 'value_on',
      labels: sentence('تاريخ الحق', 'Value date'),
      synonyms: ['تاريخ الاستحقاق', 'value date'],
      column: 'DATE',
      parse: day,
    },
    {
      name: 'amount',
      labels: sentence('المبلغ', 'Amount'),
      synonyms: ['القيمة', 'value', 'net amount'],
      column: 'DECIMAL(18,2)',
      parse: signedAmount,
    },
    side('credit', 'دائن', 'Credit', [
      'إضافة',
      'إيداع',
      'credit amount',
      'deposits',
      'paid in',
      'money in',
    ]),
    side('debit', 'مدين', 'Debit', [
      'خصم',
      'سحب',
      'debit amount',
      'withdrawals',
      'paid out',
      'money out',
    ]),
    {
      name: 'reference',
      labels: sentence('المرجع', 'Reference'),
      synonyms: ['رقم المرجع', 'رقم العملية', 'ref', 'transaction number', 'transaction id'],
      column: 'VARCHAR(140)',
      parse: note(140),
    },
    {
      name: 'counterparty',
      labels: sentence('الطرف الآخر', 'Counterparty'),
      synonyms: ['اسم المودع', 'المستفيد', 'payee', 'beneficiary', 'beneficiary name', 'name'],
      column: 'VARCHAR(200)',
      parse: note(200),
    },
    {
      name: 'narrative',
      labels: sentence('البيان', 'Narrative'),
      synonyms: ['الوصف', 'التفاصيل', 'description', 'details', 'memo', 'particulars', 'purpose'],
      column: 'VARCHAR(500)',
      parse: note(500),
    },
  ],
  derived: {
    bank_account_id: 'BIGINT UNSIGNED',
    identity: 'CHAR(32) CHARACTER SET ascii COLLATE ascii_bin',
  },
  fills: ['amount'],
  totals: ['amount'],

  async open({ scope, trx }) {
    const find = await bankAccounts(scope, trx)
    const seen = new Occurrences()
    return (row) => {
      if (row.account) {
        const account = find(row.account)
        if (!account) return new Problem('unknown_account', row.account, 'account')
        row.bank_account_id = account.id
        row.unit_id = account.unitId
      }
      if (!signedFrom(row)) return new Problem('amount_or_sides', '', 'amount')
      row.identity = identityOf(row, seen)
      return null
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing)
    await rejectLocked(stage, 'booked_on')
  },

  async land(stage) {
    await post(stage)
    await landNew(stage, landing)
    await recordStatements(stage)
    await matchOrders(stage)
  },

  async undo(stage) {
    await refuseUnderSigned('lines', stage)
    await reverseImport(stage)
    await forgetGuesses(stage)
    await stage.sql('DELETE FROM bank_statements WHERE import_id = ?', [stage.importId])
    await stage.sql('DELETE FROM bank_lines WHERE import_id = ?', [stage.importId])
  },
}

export default bankStatement

/** Debits that name a payment order by its number are that order's. */
async function matchOrders(stage: Stage): Promise<void> {
  const accounts = await stage.sql(
    `SELECT DISTINCT s.bank_account_id AS bankAccountId, s.unit_id AS unitId ${NEW_ROWS} AND s.amount < 0
       AND EXISTS (SELECT 1 FROM payment_orders o WHERE o.bank_account_id = s.bank_account_id
         AND o.status IN ('signed', 'executed') AND o.bank_line_id IS NULL)`
  )
  if (accounts.length === 0) return
  const { by, trx } = stage
  await new MatchDebit().matchCertain(accounts, {
    by: { id: by.id, asActor: () => by },
    trx,
  })
}

/** Suggestions refused and entries reversed since say nothing of a line that goes. */
async function forgetGuesses({ sql, importId }: UndoStage): Promise<void> {
  const of = 'JOIN bank_lines l ON l.id = x.bank_line_id'
  await sql(`DELETE x FROM debit_refusals x ${of} WHERE l.import_id = ?`, [importId])
  await sql(`DELETE x FROM line_explanations x ${of} WHERE l.import_id = ? AND NOT (${LIVE})`, [
    importId,
  ])
}

const landing: Landing = {
  table: 'bank_lines',
  landingJoins: `LEFT JOIN import_postings p ON p.unit_id = s.unit_id AND p.posted_on = s.booked_on
    AND p.kind = IF(s.amount > 0, 'bank_credits', 'bank_debits') AND s.amount <> 0`,
  key: { bank_account_id: 's.bank_account_id', identity: 'UNHEX(s.identity)' },
  facts: {},
  details: {},
  extra: {
    unit_id: 's.unit_id',
    statement_no: "COALESCE(s.statement_no, '')",
    booked_on: 's.booked_on',
    value_on: 's.value_on',
    amount: 's.amount',
    reference: "COALESCE(s.reference, '')",
    counterparty: "COALESCE(s.counterparty, '')",
    narrative: "COALESCE(s.narrative, '')",
    ledger_entry_id: 'p.entry_id',
  },
}

const ZERO = /^[0.]*$/

/** Brings credit and debit columns to one signed amount, canonical to the piastre. */
function signedFrom(row: StageRow): boolean {
  if (row.amount === null) {
    const credit = row.credit && !ZERO.test(row.credit) ? row.credit : null
    const debit = row.debit && !ZERO.test(row.debit) ? row.debit : null
    if (credit && debit) return false
    if (!credit && !debit && row.credit === null && row.debit === null) return false
    row.amount = credit ?? (debit ? `-${debit}` : '0.00')
  }
  const [pounds, piastres = ''] = row.amount!.split('.')
  row.amount = `${pounds}.${piastres.padEnd(2, '0')}`
  return true
}

const SAID = [
  'bank_account_id',
  'statement_no',
  'booked_on',
  'value_on',
  'amount',
  'reference',
  'counterparty',
  'narrative',
]

/** 16 bytes as hex: MD5 of what the line says, with its place from the second equal line on. */
function identityOf(row: StageRow, seen: Occurrences): string {
  let text = ''
  for (const name of SAID) text += `${row[name] ?? ''}\u001f`
  const digest = createHash('md5').update(text).digest()
  const place = seen.add(digest.readUInt32BE(0), digest.readUInt32BE(4))
  if (place === 1) return digest.toString('hex')
  return createHash('md5').update(digest).update(String(place)).digest('hex')
}

/** Credits: Dr bank / Cr deposits in transit. Debits: Dr bank debits under settlement / Cr bank. */
async function post(stage: Stage): Promise<void> {
  const account = await ledgerAccountIds(['INT-TRANSIT', 'INT-BANKDEBIT'], (text, bindings) =>
    stage.sql(text, bindings)
  )
  await stage.sql(
    `CREATE TEMPORARY TABLE import_sums ENGINE=InnoDB AS
     SELECT s.unit_id, s.booked_on, s.bank_account_id, IF(s.amount > 0, 1, 0) AS is_credit, SUM(ABS(s.amount)) AS amount
     ${NEW_ROWS} AND s.amount <> 0 GROUP BY s.unit_id, s.booked_on, s.bank_account_id, IF(s.amount > 0, 1, 0)`
  )
  const kind = "IF(f.is_credit = 1, 'bank_credits', 'bank_debits')"
  await postImport(
    stage,
    `SELECT f.unit_id, f.booked_on AS posted_on, ${kind} AS kind, b.ledger_account_id AS account_id,
       IF(f.is_credit = 1, f.amount, 0) AS debit, IF(f.is_credit = 1, 0, f.amount) AS credit
     FROM import_sums f JOIN bank_accounts b ON b.id = f.bank_account_id
     UNION ALL
     SELECT f.unit_id, f.booked_on, ${kind}, IF(f.is_credit = 1, ${account['INT-TRANSIT']}, ${account['INT-BANKDEBIT']}),
       IF(f.is_credit = 1, 0, f.amount), IF(f.is_credit = 1, f.amount, 0)
     FROM import_sums f`
  )
}
