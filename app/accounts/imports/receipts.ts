import { foldName } from '#core/arabic'
import { sentence } from '#core/domain_error'
import {
  judgeRecorded,
  judgeTwins,
  landNew,
  landUpdates,
  type Landing,
} from '#core/imports/landing'
import { blindIndexOf, kindOfNumber, remembered } from '#core/imports/secrets'
import { restoreChanges } from '#core/imports/undo'
import { rejectLocked, reverseImport } from '#accounts/actions/post_import'
import { headCodes } from '#accounts/imports/head_codes'
import { receiptFields } from '#accounts/imports/receipt_fields'
import {
  makeBooksAndCashiers,
  postReceipts,
  rejectLockedCorrections,
} from '#accounts/imports/receipt_steps'
import type { ImportDefinition } from '#core/imports/definition'
import type { Stage } from '#core/imports/stage'

const KEY = ['unit_id', 'book_no', 'number'] as const

/** قسائم 33: what was collected, by book and number. Void ones keep their number and post nothing. */
const receipts: ImportDefinition = {
  kind: 'receipts',
  labels: sentence('قسائم التحصيل', 'Receipts'),
  permission: 'accounts.receipts.manage',
  needsApproval: true,
  fields: receiptFields,
  derived: {
    head_code: 'VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin',
    payer_folded: 'VARCHAR(200)',
    payer_index: 'CHAR(64) CHARACTER SET ascii',
    is_void: 'TINYINT',
  },
  fills: ['void_reason'],
  totals: ['amount'],
  key: KEY,

  async open({ trx }) {
    const headOf = await headCodes(trx)
    const folded = remembered((name) => foldName(name).slice(0, 200))
    const indexed = remembered((digits) => blindIndexOf(kindOfNumber(digits), digits))
    return (row) => {
      if (row.head) row.head_code = headOf(row.head)
      if (row.payer_name) row.payer_folded = folded(row.payer_name)
      if (row.payer_id) row.payer_index = indexed(row.payer_id)
      row.is_void = row.void ?? '0'
      if (row.is_void === '1' && !row.void_reason) row.void_reason = 'ملغاة حسب الملف'
      return null
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing(stage))
    await rejectLocked(stage, 'received_on')
    await rejectLockedCorrections(stage)
    await judgeTwins(
      stage,
      KEY,
      [
        'received_on',
        'method',
        'amount',
        'is_void',
        'head_code',
        'payment_ref',
        'right_no',
        'slip_no',
        'batch_no',
      ],
      { field: 'number' }
    )
  },

  async land(stage) {
    await makeBooksAndCashiers(stage)
    await postReceipts(stage)
    await landNew(stage, landing(stage))
    await landUpdates(stage, landing(stage))
  },

  async undo(stage) {
    await reverseImport(stage)
    const { details } = landing({ has: () => true })
    await restoreChanges(stage, 'receipts', Object.keys(details))
    await stage.sql(`DELETE FROM receipts WHERE ${stage.made}`)
  },
}

export default receipts

function landing(stage: Pick<Stage, 'has'>): Landing {
  const isVoid = { is_void: 's.is_void' }
  return {
    table: 'receipts',
    joins: 'LEFT JOIN receipt_books b ON b.unit_id = s.unit_id AND b.book_no = s.book_no',
    landingJoins: `LEFT JOIN import_postings p ON p.unit_id = s.unit_id AND p.posted_on = s.received_on
      AND p.kind = 'receipts' AND s.is_void = 0`,
    key: { unit_id: 's.unit_id', book_id: 'b.id', number: 's.number' },
    facts: { amount: 's.amount', received_on: 's.received_on', method: 's.method' },
    details: {
      head_code: 's.head_code',
      payer_name: 's.payer_name',
      payer_folded: 's.payer_folded',
      payer_index: 'UNHEX(s.payer_index)',
      payment_ref: 's.payment_ref',
      right_no: 's.right_no',
      site_no: 's.site_no',
      period: 's.period',
      cheque_no: 's.cheque_no',
      slip_no: 's.slip_no',
      batch_no: 's.batch_no',
      void_reason: 's.void_reason',
      note: 's.note',
      ...(stage.has('void') ? isVoid : {}),
    },
    extra: { ...(stage.has('void') ? {} : isVoid), ledger_entry_id: 'p.entry_id' },
    defaults: { payer_name: "''", payer_folded: "''" },
    refuse: stage.has('void')
      ? { when: 't.is_void = 1 AND s.is_void = 0', code: 'void_is_final', field: 'void' }
      : undefined,
  }
}
