import { foldName } from '#core/arabic'
import { sentence } from '#core/domain_error'
import { fieldCipher } from '#core/field_cipher'
import { unitField } from '#core/imports/common_fields'
import {
  judgeRecorded,
  judgeTwins,
  landNew,
  landUpdates,
  type Landing,
} from '#core/imports/landing'
import { choice, code, note, text } from '#core/imports/parsers'
import { blindIndexOf, secretNumber, type SecretKind } from '#core/imports/secrets'
import { restoreChanges } from '#core/imports/undo'
import type { ImportDefinition, ImportField, StageRow } from '#core/imports/definition'

const KEY = ['unit_id', 'party_no'] as const
const SECRETS: readonly SecretKind[] = ['national_id', 'tax_no', 'commercial_register']

const secret = (name: SecretKind, ar: string, en: string, synonyms: string[]): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  parse: secretNumber,
})

/** الأطراف: people and organisations by the unit's own number. Their numbers are sealed at once. */
const parties: ImportDefinition = {
  kind: 'parties',
  labels: sentence('الأشخاص والجهات', 'Parties'),
  permission: 'registry.parties.manage',
  needsApproval: false,
  fields: [
    unitField,
    {
      name: 'party_no',
      labels: sentence('رقم الطرف', 'Party number'),
      synonyms: ['رقم العميل', 'رقم المستفيد', 'كود العميل', 'customer no', 'no'],
      required: true,
      column: 'VARCHAR(60)',
      parse: code(60),
    },
    {
      name: 'kind',
      labels: sentence('النوع', 'Kind'),
      synonyms: ['نوع الطرف', 'الصفة', 'type'],
      column: 'VARCHAR(14) CHARACTER SET ascii COLLATE ascii_bin',
      parse: choice({
        person: ['شخص', 'فرد', 'طبيعي', 'individual'],
        organisation: ['جهة', 'شركة', 'مؤسسة', 'اعتباري', 'organization', 'company'],
      }),
    },
    {
      name: 'name',
      labels: sentence('الاسم', 'Name'),
      synonyms: ['اسم الطرف', 'اسم العميل', 'اسم المستفيد', 'full name'],
      required: true,
      column: 'VARCHAR(200)',
      parse: text(200),
    },
    secret('national_id', 'الرقم القومي', 'National id', ['رقم البطاقة', 'national number']),
    secret('tax_no', 'رقم التسجيل الضريبي', 'Tax number', [
      'الرقم الضريبي',
      'البطاقة الضريبية',
      'tax id',
    ]),
    secret('commercial_register', 'السجل التجاري', 'Commercial register', [
      'رقم السجل التجاري',
      'cr no',
    ]),
    {
      name: 'phone',
      labels: sentence('التليفون', 'Phone'),
      synonyms: ['الهاتف', 'المحمول', 'رقم الموبايل', 'mobile', 'telephone'],
      column: 'VARCHAR(30)',
      parse: code(30),
    },
    {
      name: 'address',
      labels: sentence('العنوان', 'Address'),
      synonyms: ['محل الإقامة', 'street address'],
      column: 'VARCHAR(255)',
      parse: note(255),
    },
  ],
  derived: {
    folded_name: 'VARCHAR(200)',
    national_id_cipher: 'VARCHAR(200) CHARACTER SET ascii',
    national_id_index: 'CHAR(64) CHARACTER SET ascii',
    tax_no_cipher: 'VARCHAR(200) CHARACTER SET ascii',
    tax_no_index: 'CHAR(64) CHARACTER SET ascii',
    commercial_register_cipher: 'VARCHAR(200) CHARACTER SET ascii',
    commercial_register_index: 'CHAR(64) CHARACTER SET ascii',
  },
  totals: [],
  key: KEY,

  async open() {
    return (row) => {
      if (!row.name) return null
      row.folded_name = foldName(row.name).slice(0, 200)
      row.kind ??= partyKind(row.name)
      for (const kind of SECRETS) if (row[kind]) seal(row, kind)
      return null
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing)
    await judgeTwins(
      stage,
      KEY,
      ['kind', 'name', 'phone', 'address', ...SECRETS.map((kind) => `${kind}_index`)],
      {
        field: 'party_no',
      }
    )
  },

  async land(stage) {
    await landNew(stage, landing)
    await landUpdates(stage, landing)
  },

  async undo(stage) {
    await restoreChanges(stage, 'parties', Object.keys({ ...landing.details, ...landing.riders }))
    await stage.sql('DELETE FROM parties WHERE import_id = ?', [stage.importId])
  },
}

export default parties

const landing: Landing = {
  table: 'parties',
  key: { unit_id: 's.unit_id', party_no: 's.party_no' },
  facts: {},
  details: {
    kind: 's.kind',
    name: 's.name',
    folded_name: 's.folded_name',
    national_id_index: 'UNHEX(s.national_id_index)',
    tax_no_index: 'UNHEX(s.tax_no_index)',
    commercial_register_index: 'UNHEX(s.commercial_register_index)',
    phone: 's.phone',
    address: 's.address',
  },
  riders: {
    national_id_cipher: 's.national_id_cipher',
    tax_no_cipher: 's.tax_no_cipher',
    commercial_register_cipher: 's.commercial_register_cipher',
  },
}

const FIRMS =
  /(^|\s)(شرك[ةه]|مؤسس[ةه]|جمعي[ةه]|هيئ[ةه]|بنك|مصنع|نقاب[ةه]|نادي|مديري[ةه]|company|ltd|llc|co\.)(\s|$)/i

/** An organisation when its name says so, a person otherwise. */
export function partyKind(name: string): 'person' | 'organisation' {
  return FIRMS.test(name) ? 'organisation' : 'person'
}

/** The number as ciphertext bound to its row, and its blind index; the plain text goes no further. */
function seal(row: StageRow, kind: SecretKind): void {
  const place = { table: 'parties', column: kind, row: `${row.unit_id}/${row.party_no}` }
  row[`${kind}_cipher`] = fieldCipher.seal(row[kind]!, place)
  row[`${kind}_index`] = blindIndexOf(kind, row[kind]!)
}
