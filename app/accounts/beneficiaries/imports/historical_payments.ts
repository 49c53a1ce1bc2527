import { createHash } from 'node:crypto'
import { fold, foldName } from '#core/arabic'
import { sentence } from '#core/domain_error'
import { judgeRecorded, landNew, type Landing } from '#core/imports/landing'
import { Occurrences } from '#core/imports/occurrences'
import { remembered } from '#core/imports/secrets'
import { foldInvoice } from '#accounts/beneficiaries/claims/invoice_number'
import { historicalPaymentFields } from '#accounts/beneficiaries/imports/historical_payment_fields'
import { linkHistory } from '#accounts/beneficiaries/link_history'
import type { ImportDefinition, StageRow } from '#core/imports/definition'

/**
 * المدفوعات السابقة: what was paid before, from the books of another system. Equal rows are payments of
 * their own, kept apart by their place among them; the checks of claims look back on them. They post
 * nothing: their money is in the opening balances.
 */
const historicalPayments: ImportDefinition = {
  kind: 'historical-payments',
  labels: sentence('المدفوعات السابقة', 'Historical payments'),
  permission: 'accounts.beneficiaries.manage',
  needsApproval: true,
  fields: historicalPaymentFields,
  derived: {
    identity: 'CHAR(32) CHARACTER SET ascii COLLATE ascii_bin',
    payee_folded: 'VARCHAR(200)',
    invoice_folded: 'VARCHAR(60)',
    department_folded: 'VARCHAR(160)',
  },
  fills: [],
  totals: ['amount'],

  async open() {
    const seen = new Occurrences()
    const name = remembered((text) => foldName(text).slice(0, 200))
    const department = remembered((text) => fold(text).slice(0, 160))
    const invoice = remembered(foldInvoice)
    return (row) => {
      if (!row.payee_name || !row.amount) return null
      const [pounds, piastres = ''] = row.amount.split('.')
      row.amount = `${pounds}.${piastres.padEnd(2, '0')}`
      row.identity = identityOf(row, seen)
      row.payee_folded = name(row.payee_name)
      row.invoice_folded = row.invoice_no ? invoice(row.invoice_no) : ''
      row.department_folded = row.department ? department(row.department) : ''
      return null
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing(stage))
  },

  async land(stage) {
    await landNew(stage, landing(stage))
    const units = await stage.sql('SELECT DISTINCT unit_id FROM import_stage')
    for (const { unit_id: unitId } of units) await linkHistory(Number(unitId), stage.trx)
  },

  async undo(stage) {
    await stage.sql(`DELETE FROM historical_payments WHERE ${stage.made}`)
  },
}

export default historicalPayments

const OPTIONAL = ['reference', 'invoice_no', 'department', 'item_class', 'purpose'] as const

function landing(stage: { has(field: string): boolean }): Landing {
  const given = OPTIONAL.filter((name) => stage.has(name))
  return {
    table: 'historical_payments',
    key: { unit_id: 's.unit_id', identity: 'UNHEX(s.identity)' },
    facts: {},
    details: {},
    extra: {
      payee_name: 's.payee_name',
      payee_folded: 's.payee_folded',
      paid_on: 's.paid_on',
      amount: 's.amount',
      invoice_folded: 's.invoice_folded',
      department_folded: 's.department_folded',
      ...(stage.has('payee_no') ? { payee_no: 's.payee_no' } : {}),
      ...(stage.has('tax_uuid') ? { tax_uuid: 's.tax_uuid' } : {}),
      ...Object.fromEntries(given.map((name) => [name, `COALESCE(s.${name}, '')`])),
    },
  }
}

const SAID = [
  'unit_id',
  'payee_no',
  'payee_name',
  'paid_on',
  'amount',
  'reference',
  'invoice_no',
  'tax_uuid',
  'department',
  'item_class',
  'purpose',
]

/** 16 bytes as hex: MD5 of what the row says, with its place from the second equal row on. */
function identityOf(row: StageRow, seen: Occurrences): string {
  let text = ''
  for (const name of SAID) text += `${row[name] ?? ''}\u001f`
  const digest = createHash('md5').update(text).digest()
  const place = seen.add(digest.readUInt32BE(0), digest.readUInt32BE(4))
  if (place === 1) return digest.toString('hex')
  return createHash('md5').update(digest).update(String(place)).digest('hex')
}
