import db from '@adonisjs/lucid/services/db'
import type { ListDefinition, Tone } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { CHANGE_KINDS } from '#registry/register/kinds/kind'
import { visibleTransactions } from '#registry/register/queries/visible_transactions'

export const STATUS_TONES: Readonly<Record<string, Tone>> = {
  draft: 'neutral',
  proposed: 'info',
  scheduled: 'warning',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
}

const TEXTS = 'registry.transactions'

/** The assets it is about: its inputs, or what it made; the name of one that is not made yet. */
export const ASSETS = `COALESCE((SELECT GROUP_CONCAT(DISTINCT a.code ORDER BY a.id SEPARATOR '، ') FROM transaction_assets ta
  JOIN assets a ON a.id = ta.asset_id WHERE ta.transaction_id = register_transactions.id),
  JSON_VALUE(register_transactions.proposal, '$.facts.name'))`

/** Approved, its day has come, and the register could not take it up. */
export const FAILED =
  "(register_transactions.status = 'scheduled' AND register_transactions.effect_failure IS NOT NULL)"

type Person = Viewer & Reader & { id: number }

const rows = (person: Person) =>
  visibleTransactions(
    db
      .from('register_transactions')
      .leftJoin('units', 'units.id', 'register_transactions.unit_id')
      .leftJoin('users as makers', 'makers.id', 'register_transactions.made_by')
      .leftJoin('users as deciders', 'deciders.id', 'register_transactions.decided_by'),
    person
  )

/** معاملات السجل: every change of the register that was asked, decided or not. */
export const transactionsList: ListDefinition<Person> = {
  name: 'transactions',
  title: 'registry.register.title',
  permission: 'registry.assets.read',
  query: rows,
  key: 'register_transactions.id',
  columns: [
    {
      key: 'number',
      label: `${TEXTS}.number`,
      type: 'text',
      expression: "CONCAT(register_transactions.number, ' / ', register_transactions.fiscal_year)",
      link: (row) => `/registry/transactions/${row._key}`,
      width: 16,
    },
    {
      key: 'kind',
      label: `${TEXTS}.kind`,
      type: 'text',
      expression: 'register_transactions.kind',
      texts: `${TEXTS}.kinds`,
      width: 18,
    },
    {
      key: 'assets',
      label: 'registry.register.assets',
      type: 'text',
      expression: ASSETS,
      clip: true,
      width: 26,
    },
    {
      key: 'status',
      label: `${TEXTS}.status`,
      type: 'badge',
      expression: 'register_transactions.status',
      texts: `${TEXTS}.statuses`,
      tones: { ...STATUS_TONES },
      width: 16,
    },
    {
      key: 'effect',
      label: 'registry.register.effect',
      type: 'badge',
      expression: `CASE WHEN ${FAILED} THEN 'failed' WHEN register_transactions.status = 'scheduled' THEN 'ahead'
        WHEN register_transactions.status = 'approved' THEN 'effective' ELSE 'none' END`,
      texts: 'registry.register.effects',
      tones: { failed: 'danger', ahead: 'warning', effective: 'success' },
      width: 14,
    },
    {
      key: 'effective_on',
      label: `${TEXTS}.effective_on`,
      type: 'day',
      expression: 'register_transactions.effective_on',
      sortable: true,
      width: 13,
    },
    {
      key: 'made_by',
      label: `${TEXTS}.made_by`,
      type: 'text',
      expression: 'makers.full_name',
      clip: true,
      width: 22,
    },
    {
      key: 'proposed_at',
      label: 'registry.register.proposed_at',
      type: 'moment',
      expression: 'register_transactions.proposed_at',
      sortable: true,
      width: 18,
    },
    {
      key: 'decided_by',
      label: `${TEXTS}.decided_by`,
      type: 'text',
      expression: 'deciders.full_name',
      clip: true,
      width: 22,
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 20,
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'registry.register.search',
      type: 'text',
      apply: (query, value) => {
        query.whereRaw(
          `(register_transactions.decision_no = ? OR register_transactions.number = ? OR register_transactions.id IN (
             SELECT ta.transaction_id FROM transaction_assets ta JOIN assets a ON a.id = ta.asset_id WHERE a.code = ? OR a.site_no = ?))`,
          [value, value, value, value]
        )
      },
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'unit',
      column: 'register_transactions.unit_id',
    },
    {
      key: 'kind',
      label: `${TEXTS}.kind`,
      type: 'select',
      column: 'register_transactions.kind',
      options: ({ t }) =>
        CHANGE_KINDS.map((value) => ({ value, label: t(`${TEXTS}.kinds.${value}`) })),
    },
    {
      key: 'status',
      label: `${TEXTS}.status`,
      type: 'select',
      column: 'register_transactions.status',
      options: ({ t }) =>
        Object.keys(STATUS_TONES)
          .filter((value) => value !== 'draft')
          .map((value) => ({ value, label: t(`${TEXTS}.statuses.${value}`) })),
    },
    {
      key: 'failed',
      label: 'registry.register.effects.failed',
      type: 'boolean',
      apply: (query, value) => void query.whereRaw(value ? FAILED : `NOT ${FAILED}`),
    },
    {
      key: 'effective',
      label: `${TEXTS}.effective_on`,
      type: 'dayRange',
      column: 'register_transactions.effective_on',
    },
  ],
  defaultSort: '-proposed_at',
  empty: { title: 'registry.register.empty', text: 'registry.register.empty_text' },
}

/** بانتظار قراري: what others proposed in the units where this person decides, and what failed on its day. */
export const waitingList: ListDefinition<Person> = {
  ...transactionsList,
  name: 'waiting',
  title: 'registry.register.waiting',
  permission: 'registry.assets.approve',
  query: (person) =>
    visible(
      rows(person)
        .whereRaw(`(register_transactions.status = 'proposed' OR ${FAILED})`)
        .whereNot('register_transactions.made_by', person.id),
      person,
      'registry.assets.approve',
      'register_transactions.unit_id'
    ),
  columns: transactionsList.columns.filter(({ key }) => key !== 'effect' && key !== 'decided_by'),
  filters: transactionsList.filters.filter(({ key }) => key !== 'status'),
  select: {
    form: 'bulk-transactions',
    permissions: ['registry.assets.approve'],
    label: (row, { t }) => t('registry.register.choose_row', { number: row.number }),
  },
  empty: { title: 'registry.register.nothing_waits', text: 'registry.register.nothing_waits_text' },
}

/** The unit that a transfer goes to, where it is one of the tree. */
const RECEIVER = "CAST(JSON_VALUE(register_transactions.proposal, '$.to.unit_id') AS UNSIGNED)"

/** أصول تسلم إلينا: transfers to this person's units that wait for the receiver's consent. */
export const arrivalsList: ListDefinition<Person> = {
  ...waitingList,
  name: 'arrivals',
  title: 'registry.register.arrivals',
  query: (person) =>
    visible(
      db
        .from('register_transactions')
        .leftJoin('units', 'units.id', 'register_transactions.unit_id')
        .leftJoin('users as makers', 'makers.id', 'register_transactions.made_by')
        .where('register_transactions.status', 'proposed')
        .where('register_transactions.kind', 'custody')
        .whereRaw(
          `${RECEIVER} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM transaction_steps s
             WHERE s.transaction_id = register_transactions.id AND s.step = 'receiver')`
        ),
      person,
      'registry.assets.approve',
      RECEIVER
    ),
  columns: waitingList.columns.map(({ link, ...column }) => column),
  filters: [],
  select: { ...waitingList.select!, form: 'bulk-arrivals' },
  empty: { title: 'registry.register.no_arrivals', text: 'registry.register.no_arrivals_text' },
}
