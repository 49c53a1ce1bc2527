import { foldName } from '#core/arabic'
import { sentence } from '#core/domain_error'
import { parseIban } from '#core/identifiers'
import {
  judgeRecorded,
  judgeTwins,
  landNew,
  landUpdates,
  type Landing,
} from '#core/imports/landing'
import { Problem } from '#core/imports/problem'
import { VERDICT, type Stage } from '#core/imports/stage'
import { restoreChanges } from '#core/imports/undo'
import { banksByCode } from '#accounts/beneficiaries/accounts/banks'
import { beneficiaryFields } from '#accounts/beneficiaries/imports/beneficiary_fields'
import { refuseDealtWith } from '#accounts/beneficiaries/imports/dealt_with'
import { linkHistory } from '#accounts/beneficiaries/link_history'
import { indexOf, SEALED_NUMBERS, sealNumber } from '#accounts/beneficiaries/numbers'
import type { ImportDefinition } from '#core/imports/definition'

const KEY = ['unit_id', 'beneficiary_no'] as const

/**
 * المستفيدون: who is paid, by the unit's own number of him. His numbers are sealed at once; an account
 * in the file is a request, which another person approves like any other.
 */
const beneficiaries: ImportDefinition = {
  kind: 'beneficiaries',
  labels: sentence('المستفيدون وحساباتهم', 'Beneficiaries'),
  permission: 'accounts.beneficiaries.manage',
  needsApproval: true,
  fields: beneficiaryFields,
  derived: {
    folded_name: 'VARCHAR(200)',
    bank: 'VARCHAR(160)',
    ...Object.fromEntries(
      SEALED_NUMBERS.flatMap((kind) => [
        [`${kind}_cipher`, 'VARCHAR(200) CHARACTER SET ascii'],
        [`${kind}_index`, 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin'],
      ])
    ),
  },
  totals: [],
  key: KEY,

  async open({ trx }) {
    const banks = await banksByCode(trx)
    return (row) => {
      if (row.name) row.folded_name = foldName(row.name).slice(0, 200)
      for (const kind of SEALED_NUMBERS) {
        const plain = row[kind]
        if (!plain) continue
        const place = { unitId: row.unit_id!, beneficiaryNo: row.beneficiary_no! }
        row[`${kind}_cipher`] = sealNumber(kind, plain, place)
        row[`${kind}_index`] = indexOf(kind, plain).toString('hex')
      }
      if (!row.iban) return null
      const { bank } = parseIban(row.iban)
      row.bank = banks.get(bank) ?? row.bank_name ?? null
      return row.bank ? null : new Problem('unknown_bank', bank, 'iban')
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing)
    if (stage.has('iban')) await noteOtherAccounts(stage)
    await rejectKnownNumbers(stage)
    await judgeTwins(
      stage,
      KEY,
      [
        'kind',
        'name',
        'iban',
        'phone',
        'address',
        ...SEALED_NUMBERS.map((kind) => `${kind}_index`),
      ],
      { field: 'beneficiary_no' }
    )
  },

  async land(stage) {
    await landNew(stage, landing)
    await landUpdates(stage, landing)
    await proposeAccounts(stage)
    const units = await stage.sql('SELECT DISTINCT unit_id FROM import_stage')
    for (const { unit_id: unitId } of units) await linkHistory(Number(unitId), stage.trx)
  },

  async undo(stage) {
    await refuseDealtWith(stage)
    await stage.sql('DELETE FROM beneficiary_accounts WHERE import_id = ?', [stage.importId])
    const columns = Object.keys({ ...landing.details, ...landing.riders })
    await restoreChanges(stage, 'beneficiaries', columns)
    await stage.sql('DELETE FROM beneficiaries WHERE import_id = ?', [stage.importId])
  },

  reasons: {
    unknown_bank: (code) =>
      sentence(
        `كود البنك ${code} غير مسجل؛ أضف عمود اسم البنك.`,
        `The bank code ${code} is not recorded; add a column with the name of the bank.`
      ),
    number_of_another: () =>
      sentence(
        'هذا الرقم مسجل لمستفيد آخر في الوحدة أو في الملف.',
        'Another beneficiary of the unit or of the file has this number.'
      ),
  },
}

export default beneficiaries

const landing: Landing = {
  table: 'beneficiaries',
  key: { unit_id: 's.unit_id', beneficiary_no: 's.beneficiary_no' },
  facts: {},
  details: {
    kind: 's.kind',
    name: 's.name',
    folded_name: 's.folded_name',
    ...Object.fromEntries(
      SEALED_NUMBERS.map((kind) => [`${kind}_index`, `UNHEX(s.${kind}_index)`])
    ),
    tax_card_until: 's.tax_card_until',
    register_until: 's.register_until',
    phone: 's.phone',
    address: 's.address',
  },
  riders: Object.fromEntries(SEALED_NUMBERS.map((kind) => [`${kind}_cipher`, `s.${kind}_cipher`])),
  defaults: { kind: "'supplier'" },
}

/** One person or firm has one number in a unit: two under it would each be paid. */
async function rejectKnownNumbers(stage: Stage): Promise<void> {
  for (const kind of ['national_id', 'tax_no'] as const) {
    const column = `${kind}_index`
    await stage.sql(
      `UPDATE import_verdicts x JOIN import_stage s ON s.seq = x.seq
       JOIN beneficiaries b ON b.unit_id = s.unit_id AND b.${column} = UNHEX(s.${column}) AND b.beneficiary_no <> s.beneficiary_no
       SET x.verdict = ${VERDICT.rejected}, x.code = 'number_of_another', x.field = '${kind}', x.value = NULL, x.recorded = b.beneficiary_no
       WHERE x.verdict = ${VERDICT.updated}`
    )
    await stage.reject(
      'number_of_another',
      kind,
      `FROM import_stage s JOIN beneficiaries b ON b.unit_id = s.unit_id AND b.${column} = UNHEX(s.${column})
         AND b.beneficiary_no <> s.beneficiary_no`
    )
    await stage.sql(
      `CREATE TEMPORARY TABLE import_firsts AS
       SELECT unit_id, ${column} AS digits, MIN(seq) AS seq, MIN(beneficiary_no) AS beneficiary_no FROM import_stage
       WHERE ${column} IS NOT NULL GROUP BY unit_id, ${column} HAVING COUNT(DISTINCT beneficiary_no) > 1`
    )
    await stage.reject(
      'number_of_another',
      kind,
      `FROM import_stage s JOIN import_firsts f ON f.unit_id = s.unit_id AND f.digits = s.${column} AND f.seq <> s.seq`
    )
    await stage.sql('DROP TEMPORARY TABLE import_firsts')
  }
}

/** No account of the recorded beneficiary `b` waits, and the last approved one is not that of the row. */
const ASKS_ANOTHER = `s.iban IS NOT NULL AND NOT EXISTS (SELECT 1 FROM beneficiary_accounts a
  WHERE a.beneficiary_id = b.id AND (a.status = 'proposed'
    OR (a.status = 'approved' AND a.holds_until IS NULL AND a.iban = s.iban)))`

/** A row that says nothing new but the account is a change too. */
async function noteOtherAccounts(stage: Stage): Promise<void> {
  await stage.sql(
    `UPDATE import_verdicts x JOIN import_stage s ON s.seq = x.seq JOIN beneficiaries b ON b.id = x.record_id
     SET x.verdict = ${VERDICT.updated} WHERE x.verdict = ${VERDICT.unchanged} AND ${ASKS_ANOTHER}`
  )
}

/** Accounts of the file that are not the standing ones wait for another person's approval. */
async function proposeAccounts(stage: Stage): Promise<void> {
  if (!stage.has('iban')) return
  await stage.sql(
    `INSERT INTO beneficiary_accounts (unit_id, beneficiary_id, iban, bank_name, reason, made_by, import_id)
     SELECT b.unit_id, b.id, MIN(s.iban), MIN(s.bank), ?, ?, ? FROM import_stage s
     LEFT JOIN import_verdicts x ON x.seq = s.seq
     JOIN beneficiaries b ON b.unit_id = s.unit_id AND b.beneficiary_no = s.beneficiary_no
     WHERE COALESCE(x.verdict, 0) <> ${VERDICT.rejected} AND ${ASKS_ANOTHER}
     GROUP BY b.unit_id, b.id`,
    [`من ملف الاستيراد رقم ${stage.importId}`, stage.by.id, stage.importId]
  )
}
