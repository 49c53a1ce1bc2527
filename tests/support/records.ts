import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import KeepDocument from '#registry/actions/keep_document'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import { aGrant, aPerson } from '#tests/support/people'
import { aBudgetLine } from '#tests/support/budget'
import { HOLDING_RECORDS } from '#tests/support/holding_records'
import { aUnit } from '#tests/support/units'

/**
 * One record of each table that routes are scoped by, for the access matrix
 * (tests/functional/access/access_matrix.spec.ts). The matrix is generated from the route table: a
 * route scoped by a table without a factory here fails it, by name.
 *
 * To add one: a key named as the table; `make` inserts a row of the given unit, with `mark` in a text
 * that lists show, and gives its id. Name in `lists` the routes on whose first page such a row must
 * appear to who may see it; everywhere else its mark must not.
 */
export interface RecordFactory {
  make(unitId: number, mark: string): Promise<number>
  /** Names of list routes that must show the mark of a record within reach. */
  lists?: readonly string[]
  /** The record of a unit that requests which change nothing may share; `make` unless told. */
  standing?(unitId: number, mark: string): Promise<number>
}

/** Values of parameters that no scope names, by the route's name: `{ 'reports.show': { kind: 'x' } }`. */
export const OTHER_PARAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'budget.codes.show': { id: '1' },
  'budget.code_decisions.confirm': { id: '999999999999' },
  'budget.code_decisions.close': { id: '999999999999' },
  'rules.subject': { subject: 'deductions' },
  'rules.create': { subject: 'deductions' },
  'rules.store': { subject: 'deductions' },
  'rules.show': { subject: 'deductions', id: '1' },
  'rules.edit': { subject: 'deductions', id: '1' },
  'rules.update': { subject: 'deductions', id: '1' },
  'rules.end': { subject: 'deductions', id: '1' },
  'rules.confirm': { subject: 'deductions', id: '1' },
  'accounts.prints.layouts.sheet': { id: '1' },
  'rules.changes.show': { id: '999999999999' },
  'rules.changes.approve': { id: '999999999999' },
  'rules.changes.refuse': { id: '999999999999' },
  'rules.changes.withdraw': { id: '999999999999' },
  'registry.classes.edit': { id: '1' },
  'registry.classes.update': { id: '1' },
  'registry.saved_filters.destroy': { id: '1' },
  'registry.depreciation_books.show': { id: '1' },
  'registry.depreciation_books.methods.store': { id: '1' },
  'registry.depreciation_books.closure.store': { id: '1' },
  'ogc.collections.show': { collection: 'sites' },
  'ogc.schemas.show': { collection: 'sites' },
  'ogc.items.index': { collection: 'sites' },
  'ogc.items.show': { collection: 'sites', feature: '999999999999' },
  'registry.field.show': { id: '999999999999' },
  'registry.field.lines': { id: '999999999999' },
  'registry.field.findings.store': { id: '999999999999' },
  'registry.field.photos.store': { id: '999999999999' },
  'registry.labels.scan': { code: 'none' },
  'registry.reports.show': { name: 'land-by-use' },
  'budget.reports.show': { name: 'execution-by-chapter' },
  'accounts.payment_reports.show': { name: 'payments-register' },
  'accounts.prints.printers.destroy': { id: '999999999999' },
}

/** Routes whose one record no scope names: with the value above they answer that there is none. */
export const WITHOUT_RECORD: ReadonlySet<string> = new Set([
  'ogc.items.show',
  'rules.changes.show',
  'rules.changes.approve',
  'rules.changes.withdraw',
])

let made = 0
const unique = () => `${process.pid}-${Date.now().toString(36)}-${++made}`

async function insert(table: string, row: Record<string, unknown>): Promise<number> {
  const [id] = await db.insertQuery().table(table).insert(row)
  return Number(id)
}

async function idOf(table: string, where: Record<string, unknown> = {}): Promise<number> {
  return (await db.from(table).where(where).select('id').firstOrFail()).id
}

const anAccount = (unitId: number) => RECORDS.bank_accounts!.make(unitId, unique())

async function aPersonOf(unitId: number, mark: string): Promise<number> {
  return (await aPerson({ unitId, fullName: mark })).id
}

export const RECORDS: Readonly<Record<string, RecordFactory>> = {
  ...HOLDING_RECORDS,
  units: {
    // A unit below: in reach exactly where its parent is, and free to be closed or moved.
    async make(unitId, mark) {
      const id = await aUnit(unitId)
      await db.from('units').where('id', id).update({ name_ar: mark, name_en: mark })
      return id
    },
    async standing(unitId, mark) {
      await db.from('units').where('id', unitId).update({ name_ar: mark, name_en: mark })
      return unitId
    },
    lists: ['identity.units.index'],
  },
  users: { make: aPersonOf, lists: ['identity.people.index'] },
  roles: {
    make: () => insert('roles', { code: `r-${unique()}`, name_ar: 'دور', name_en: 'Role' }),
  },
  grants: {
    async make(unitId, mark) {
      return aGrant(await aPersonOf(unitId, mark), 'storekeeper', unitId)
    },
    lists: ['identity.grants.index'],
  },
  jobs: {
    make: (unitId, mark) =>
      insert('jobs', {
        kind: 'test.nothing',
        unit_id: unitId,
        payload: '{}',
        state: 'failed',
        progress_note: mark,
        error: mark,
      }),
  },
  stored_files: {
    make: (unitId, mark) =>
      insert('stored_files', {
        unit_id: unitId,
        purpose: 'import',
        original_name: `${mark}.csv`,
        media_type: 'text/csv',
        bytes: 1,
        sha256: randomBytes(32),
        path: `test/${unique()}`,
      }),
  },
  imports: {
    async make(unitId, mark) {
      return insert('imports', {
        unit_id: unitId,
        kind: 'charges',
        file_id: await RECORDS.stored_files!.make(unitId, mark),
        state: 'failed',
        reading: '{}',
        mapping: '{}',
      })
    },
    lists: ['imports.index'],
  },
  assets: {
    async make(unitId, mark) {
      return insert('assets', {
        code: `T-${unique()}`,
        unit_id: unitId,
        class_id: await idOf('asset_classes'),
        site_no: unique(),
        name: mark,
        search_text: mark,
      })
    },
    lists: ['registry.assets.index'],
  },
  personal_custodies: {
    async make(unitId, mark) {
      return insert('personal_custodies', {
        unit_id: unitId,
        asset_id: await RECORDS.assets!.make(unitId, mark),
        holder_name: mark,
        handed_on: '2026-10-05',
        condition_out: mark,
      })
    },
    lists: ['registry.custodies.index'],
  },
  documents: {
    async make(unitId, mark) {
      const path = join(tmpdir(), `scan-${unique()}`)
      await writeFile(path, `%PDF-1.4 ${unique()}`)
      const { document } = await new KeepDocument().handle(
        {
          unitId,
          kind: 'letter',
          title: mark,
          file: { from: path, originalName: 'scan.pdf' },
          links: [],
        },
        { by: SYSTEM }
      )
      return Number(document.id)
    },
    lists: ['registry.documents.index'],
  },
  coordinate_readings: {
    make: (unitId, mark) =>
      insert('coordinate_readings', {
        unit_id: unitId,
        source: mark,
        pasted: '637570.862 814926.671',
      }),
  },
  register_transactions: {
    async make(unitId, mark) {
      return insert('register_transactions', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: ++made,
        kind: 'create',
        status: 'proposed',
        effective_on: '2026-07-01',
        reason: mark,
        proposal: JSON.stringify({
          class_id: await idOf('asset_classes'),
          facts: { name: mark },
          geometry: null,
        }),
        made_by: await aPersonOf(unitId, mark),
        proposed_at: new Date(),
        document_hash: randomBytes(32),
      })
    },
    lists: ['registry.transactions.index', 'registry.transactions.waiting'],
  },
  rounds: {
    async make(unitId, mark) {
      return insert('rounds', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: ++made + (process.pid % 1000) * 100_000,
        kind: 'full',
        title: mark,
        cut_off_on: '2026-10-01',
        starts_on: '2026-10-01',
        ends_on: '2026-12-31',
        decision_no: '1',
        decision_on: '2026-09-20',
        decision_authority: 'رئيس المدينة',
        scope: '{}',
        made_by: await aPersonOf(unitId, mark),
      })
    },
    lists: ['registry.rounds.index'],
  },
  round_lines: {
    async make(unitId, mark) {
      return insert('round_lines', {
        round_id: await RECORDS.rounds!.make(unitId, mark),
        unit_id: unitId,
        class_id: await idOf('asset_classes'),
        asset_id: await RECORDS.assets!.make(unitId, mark),
        asset_code: unique(),
        base_version: 1,
        name: mark,
        expected: '{}',
      })
    },
    lists: ['registry.round_lines.index'],
  },
  beneficiaries: {
    make: (unitId, mark) =>
      insert('beneficiaries', {
        unit_id: unitId,
        beneficiary_no: unique(),
        kind: 'person',
        name: mark,
        folded_name: mark,
      }),
    lists: ['accounts.beneficiaries.index'],
  },
  beneficiary_accounts: {
    async make(unitId, mark) {
      return insert('beneficiary_accounts', {
        unit_id: unitId,
        beneficiary_id: await RECORDS.beneficiaries!.make(unitId, mark),
        iban: 'EG780003000500000000263180001',
        bank_name: mark,
        reason: mark,
        made_by: await aPersonOf(unitId, mark),
      })
    },
    lists: ['accounts.beneficiary_accounts.index'],
  },
  historical_payments: {
    make: (unitId, mark) =>
      insert('historical_payments', {
        unit_id: unitId,
        identity: randomBytes(16),
        payee_name: mark,
        payee_folded: mark,
        paid_on: '2026-10-05',
        amount: '10.00',
      }),
    lists: ['accounts.historical_payments.index'],
  },
  parties: {
    make: (unitId, mark) =>
      insert('parties', {
        unit_id: unitId,
        party_no: unique(),
        kind: 'person',
        name: mark,
        folded_name: mark,
      }),
    lists: ['registry.parties.index'],
  },
  rights: {
    async make(unitId, mark) {
      return insert('rights', {
        unit_id: unitId,
        asset_id: await RECORDS.assets!.make(unitId, mark),
        party_id: await RECORDS.parties!.make(unitId, mark),
        right_no: mark,
        kind: 'licence',
        valid_from: '2026-07-01',
        valid_to: '2027-07-01',
        billing: 'monthly',
        period_amount: '100.00',
      })
    },
    lists: ['registry.rights.index'],
  },
  budget_lines: {
    async make(unitId) {
      const { lineId } = await aBudgetLine('100.00', '2104', { unitId })
      return lineId
    },
  },
  commitments: {
    async make(unitId, mark) {
      return insert('commitments', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: 900_000 + ++made,
        line_id: await RECORDS.budget_lines!.make(unitId, mark),
        amount: '1.00',
        purpose: mark,
        made_by: await aPersonOf(unitId, mark),
      })
    },
    lists: ['budget.commitments.index'],
  },
  virements: {
    async make(unitId, mark) {
      const lines = [
        await aBudgetLine('100.00', '2104', { unitId }),
        await aBudgetLine('100.00', '2102', { unitId }),
      ]
      const id = await insert('virements', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: 900_000 + ++made,
        scope: 'group',
        amount: '1.00',
        reason: mark,
        decision_no: '1',
        decision_on: '2026-09-01',
        status: 'proposed',
        made_by: await aPersonOf(unitId, mark),
      })
      for (const [index, { lineId }] of lines.entries()) {
        const amount = index === 0 ? '-1.00' : '1.00'
        await db.table('virement_lines').insert({ virement_id: id, line_id: lineId, amount })
      }
      return id
    },
    lists: ['budget.virements.index'],
  },
  asset_orders: {
    async make(unitId, mark) {
      const maker = await aPerson({ unitId, fullName: 'معد أمر' })
      return insert('asset_orders', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: 900_000 + ++made,
        kind: 'capitalisation',
        asset_id: await RECORDS.assets!.make(unitId, mark),
        effective_on: '2026-08-01',
        amount: '10.00',
        made_by: maker.id,
      })
    },
    lists: ['registry.book_orders.index'],
  },
  occupancies: {
    async make(unitId, mark) {
      return insert('occupancies', {
        unit_id: unitId,
        asset_id: await RECORDS.assets!.make(unitId, mark),
        occupant_name: mark,
        valid_from: '2026-07-01',
        source: 'inspection',
        evidence: mark,
      })
    },
    lists: ['registry.occupancies.index'],
  },
  encroachment_cases: {
    make: (unitId, mark) =>
      insert('encroachment_cases', {
        unit_id: unitId,
        case_no: mark.slice(0, 40),
        status_since: '2026-10-05',
        source: 'inspection',
        kind: 'fence',
        ground: 'built',
        description: mark,
        occupier_name: mark,
        folded_occupier: mark,
        detected_on: '2026-10-05',
      }),
    lists: ['registry.encroachments.index'],
  },
  book_folios: {
    async make(unitId, mark) {
      const bookId = await insert('account_books', {
        ...{
          code: unique().slice(0, 20),
          form_no: '0',
          name_ar: 'دفتر للتجربة',
          name_en: 'دفتر للتجربة',
        },
        ...{ layout: 'lines', carries: 'balance', normal_side: 'debit', sort_order: 999 },
        ...{ account_prefixes: '["none"]', account_classes: '[]', entry_kinds: '[]' },
      })
      return insert('book_folios', {
        ...{ book_id: bookId, unit_id: unitId, month: '2026-10-01' },
        ...{ fiscal_year: '2026/2027', number: 1, reopen_reason: mark.slice(0, 500) },
      })
    },
  },
  daily_reckonings: {
    async make(unitId) {
      const [{ last }] = await db
        .from('daily_reckonings')
        .where('unit_id', unitId)
        .max('number as last')
      const number = Number(last ?? 0) + 1
      const day = `${2100 - number}-10-05`
      const madeBy = (await aPerson({ unitId })).id
      const facts = { unit_id: unitId, day, fiscal_year: '2026/2027', number, made_by: madeBy }
      return insert('daily_reckonings', facts)
    },
  },
  period_accounts: {
    async make(unitId) {
      const [{ last }] = await db
        .from('period_accounts')
        .where('unit_id', unitId)
        .max('number as last')
      const number = Number(last ?? 0) + 1
      const year = 2026 - number
      return insert('period_accounts', {
        ...{
          unit_id: unitId,
          span: 'month',
          first_day: `${year}-10-01`,
          last_day: `${year}-10-31`,
        },
        ...{ fiscal_year: '2026/2027', number, made_by: (await aPerson({ unitId })).id },
      })
    },
  },
  year_closings: {
    async make(unitId) {
      const count = await db.from('year_closings').where('unit_id', unitId).count('* as n').first()
      const year = 2025 - Number(count.n)
      return insert('year_closings', {
        ...{ unit_id: unitId, fiscal_year: `${year}/${year + 1}`, status: 'closed' },
        ...{ revenue: '0.00', expense: '0.00', document_hash: randomBytes(32) },
        ...{ closed_by: (await aPerson({ unitId })).id, closed_at: '2026-10-05 09:00:00.000' },
      })
    },
  },
  budgets: {
    async make(unitId, mark) {
      const year = 3000 + ++made
      return insert('budgets', {
        unit_id: unitId,
        fiscal_year: `${year}/${year + 1}`,
        law_no: mark.slice(0, 60),
      })
    },
    lists: ['budget.budgets.index'],
  },
  credit_orders: {
    async make(unitId, mark) {
      return insert('credit_orders', {
        unit_id: unitId,
        budget_id: await RECORDS.budgets!.make(unitId, mark),
        fiscal_year: '2026/2027',
        number: 900_000 + ++made,
        kind: 'freeze',
        amount: '1.00',
        reason: mark,
        made_by: (await aPerson({ unitId })).id,
      })
    },
    lists: ['budget.orders.index'],
  },
  fund_shares: {
    async make(unitId, mark) {
      const { id: fundId } = await db
        .from('budget_codes')
        .where({ axis: 'fund', code: 'SF01' })
        .firstOrFail()
      return insert('fund_shares', {
        ...{ unit_id: unitId, fiscal_year: '2026/2027', number: 900_000 + ++made },
        ...{ fund_id: fundId, month: `${3000 + made}-07-01`, base: '10.00', rate: '0.15' },
        ...{ amount: '1.50', legal_reference: mark.slice(0, 255) },
        made_by: (await aPerson({ unitId })).id,
      })
    },
    lists: ['budget.fund_shares.index'],
  },
  budget_proposals: {
    async make(unitId, mark) {
      const budgetId = await RECORDS.budgets!.make(unitId, mark)
      const { fiscal_year: year } = await db.from('budgets').where('id', budgetId).firstOrFail()
      const madeBy = (await aPerson({ unitId })).id
      const proposal = { budget_id: budgetId, unit_id: unitId, fiscal_year: year, issue: 1 }
      return insert('budget_proposals', { ...proposal, made_by: madeBy })
    },
  },
  display_lists: {
    async make(unitId, mark) {
      return insert('display_lists', {
        unit_id: unitId,
        list_no: unique().slice(0, 40),
        kind: 'legalisation',
        title: mark.slice(0, 200),
        place: mark,
        made_by: (await aPerson({ unitId })).id,
      })
    },
    lists: ['registry.displays.index'],
  },
  display_objections: {
    async make(unitId, mark) {
      return insert('display_objections', {
        unit_id: unitId,
        list_id: await RECORDS.display_lists!.make(unitId, mark),
        objection_no: '1',
        received_on: '2026-10-05',
        objector_name: mark.slice(0, 200),
        text: mark,
        made_by: (await aPerson({ unitId })).id,
      })
    },
  },
  spatial_changes: {
    async make(unitId, mark) {
      return insert('spatial_changes', {
        unit_id: unitId,
        change_no: unique().slice(0, 60),
        detected_on: '2026-10-05',
        kind: 'fence',
        ground: 'vacant',
        place: mark,
        outcome: 'opened',
        case_id: await RECORDS.encroachment_cases!.make(unitId, mark),
        import_id: await RECORDS.imports!.make(unitId, mark),
      })
    },
    lists: ['registry.spatial_changes.index'],
  },
  legalisation_files: {
    make: (unitId, mark) =>
      insert('legalisation_files', {
        unit_id: unitId,
        portal_no: unique().slice(0, 40),
        filed_on: '2026-10-05',
        applicant_name: mark,
        folded_applicant: mark,
        ground: 'built',
        area_m2: '100',
      }),
    lists: ['registry.legalisation_files.index'],
  },
  valuations: {
    async make(unitId, mark) {
      return insert('valuations', {
        unit_id: unitId,
        asset_id: await RECORDS.assets!.make(unitId, mark),
        basis: 'market',
        amount: '100.00',
        valued_on: '2026-07-01',
        valid_until: '2027-06-30',
        method: 'comparison',
        committee: mark,
        made_by: await aPersonOf(unitId, mark),
      })
    },
    lists: ['registry.valuations.index'],
  },
  disposals: {
    async make(unitId, mark) {
      return insert('disposals', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: ++made,
        asset_id: await RECORDS.assets!.make(unitId, mark),
        kind: 'sale',
        way: 'auction',
        purpose: mark,
        made_by: await aPersonOf(unitId, mark),
      })
    },
    lists: ['registry.disposals.index'],
  },
  charges: {
    async make(unitId, mark) {
      return insert('charges', {
        unit_id: unitId,
        head_id: await idOf('revenue_heads'),
        payment_ref: mark,
        period: '2026-10-01',
        due_on: '2026-10-05',
        amount: '100.00',
      })
    },
    lists: ['revenue.charges.index'],
  },
  bills: {
    async make(unitId, mark) {
      return insert('bills', {
        unit_id: unitId,
        source: 'usage',
        source_id: 900_000 + ++made,
        period: '2026-10-01',
        sequence: 1,
        accrued: '100.00',
        charge_id: await RECORDS.charges!.make(unitId, mark),
        basis: mark,
        billed_in: '2026-11-01',
      })
    },
    lists: ['revenue.bills.index'],
  },
  bill_credits: {
    async make(unitId, mark) {
      return insert('bill_credits', {
        unit_id: unitId,
        bill_id: await RECORDS.bills!.make(unitId, mark),
        amount: '1.00',
        reason: mark,
      })
    },
  },
  cashiers: {
    make: (unitId, mark) =>
      insert('cashiers', { unit_id: unitId, code: `c-${unique()}`.slice(0, 30), name: mark }),
  },
  receipt_books: {
    make: (unitId) =>
      insert('receipt_books', {
        unit_id: unitId,
        book_no: `b-${unique()}`.slice(0, 30),
        first_no: 1,
        last_no: 100,
      }),
  },
  receipts: {
    async make(unitId, mark) {
      return insert('receipts', {
        unit_id: unitId,
        book_id: await RECORDS.receipt_books!.make(unitId, mark),
        number: 1,
        received_on: '2026-10-05',
        method: 'cash',
        amount: '100.00',
        payer_name: mark,
        payer_folded: mark,
      })
    },
    lists: ['accounts.receipts.index'],
  },
  bank_accounts: {
    async make(unitId, mark) {
      return insert('bank_accounts', {
        unit_id: unitId,
        account_no: unique().slice(0, 40),
        name_ar: mark,
        bank_name: 'بنك',
        ledger_account_id: await idOf('ledger_accounts', { code: 'INT-BANK' }),
        opened_on: '2020-07-01',
      })
    },
    lists: ['accounts.bank_accounts.index'],
  },
  deposit_slips: {
    async make(unitId, mark) {
      return insert('deposit_slips', {
        unit_id: unitId,
        number: mark,
        bank_account_id: await anAccount(unitId),
        deposited_on: '2026-10-06',
        amount: '100.00',
      })
    },
    lists: ['accounts.deposits.index'],
  },
  settlements: {
    async make(unitId, mark) {
      return insert('settlements', {
        unit_id: unitId,
        batch_no: mark,
        bank_account_id: await anAccount(unitId),
        settled_on: '2026-10-06',
        gross: '100.00',
        commission: '1.00',
        net: '99.00',
      })
    },
    lists: ['accounts.settlements.index'],
  },
  bank_lines: {
    async make(unitId, mark) {
      return insert('bank_lines', {
        bank_account_id: await anAccount(unitId),
        unit_id: unitId,
        booked_on: '2026-10-07',
        amount: '100.00',
        reference: mark,
        narrative: mark,
        counterparty: mark,
        identity: createHash('sha256').update(unique()).digest().subarray(0, 16),
      })
    },
    lists: ['accounts.bank_lines.index'],
  },
  bank_statements: {
    async make(unitId, mark) {
      return insert('bank_statements', {
        bank_account_id: await anAccount(unitId),
        unit_id: unitId,
        statement_no: mark.slice(0, 40),
      })
    },
  },
  ledger_entries: {
    make: (unitId, mark) =>
      insert('ledger_entries', {
        unit_id: unitId,
        posted_on: '2026-10-05',
        fiscal_year: '2026/2027',
        number: ++made,
        kind: 'test',
        business_key: unique(),
        description: mark,
        total: '100.00',
        line_count: 2,
      }),
    lists: ['accounts.ledger_entries.index'],
  },
  payment_vouchers: {
    make: (unitId, mark) =>
      insert('payment_vouchers', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: ++made,
        payment_type: 'deposit_refund',
        purpose: mark,
        due_on: '2026-10-05',
        payee_name: mark.slice(0, 190),
        ...{ before_vat: '100.00', vat: '0.00', gross: '100.00' },
        ...{ deductions: '0.00', net: '100.00', net_words: 'مائة جنيه' },
        made_by: 1,
      }),
    lists: ['accounts.payments.index'],
  },
  payment_orders: {
    async make(unitId, mark) {
      return insert('payment_orders', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: ++made,
        voucher_id: await RECORDS.payment_vouchers!.make(unitId, mark),
        bank_account_id: await anAccount(unitId),
        method: 'cheque',
        cheque_no: '1',
        amount: '100.00',
        payee_name: mark.slice(0, 190),
        made_by: 1,
        made_on: '2026-10-05',
      })
    },
  },
  form_prints: {
    async make(unitId, mark) {
      return insert('form_prints', {
        unit_id: unitId,
        form: 'form-50',
        voucher_id: await RECORDS.payment_vouchers!.make(unitId, mark),
        layout_id: await idOf('form_layouts', { form: 'form-50' }),
        ...{ copy_no: 2, reason: mark, on_paper: 0, file_hash: Buffer.alloc(32) },
        printed_by: await aPersonOf(unitId, 'مسؤول الطباعة'),
      })
    },
    lists: ['accounts.prints.index'],
  },
  order_batches: {
    async make(unitId, mark) {
      const account = await RECORDS.bank_accounts!.make(unitId, mark)
      return insert('order_batches', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: ++made,
        bank_account_id: account,
        layout_code: 'general-csv',
        order_count: 1,
        total: '100.00',
        account_check: 1,
        made_by: 1,
        made_on: '2026-10-05',
      })
    },
    lists: ['accounts.banking.batches.index'],
  },
  bank_reconciliations: {
    async make(unitId, mark) {
      const account = await RECORDS.bank_accounts!.make(unitId, mark)
      return insert('bank_reconciliations', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: 900_000 + ++made,
        bank_account_id: account,
        month: '2026-10-01',
        stated_balance: '0.00',
        difference: '0.00',
        made_by: 1,
      })
    },
    lists: ['accounts.banking.reconciliations.index'],
  },
  journals: {
    async make(unitId, mark) {
      const maker = await aPerson({ unitId, fullName: 'معد قيد' })
      return insert('journals', {
        unit_id: unitId,
        fiscal_year: '2026/2027',
        number: 900_000 + ++made,
        kind: 'manual',
        posted_on: '2026-10-05',
        description: mark,
        reason: 'اختبار',
        total: '10.00',
        made_by: maker.id,
      })
    },
    lists: ['accounts.journals.index'],
  },
  period_decisions: {
    async make(unitId, mark) {
      const maker = await aPerson({ unitId, fullName: 'معد قرار' })
      return insert('period_decisions', {
        unit_id: unitId,
        month: '2026-09-01',
        to_state: 'locked',
        decision_no: mark.slice(0, 60),
        decision_on: '2026-10-01',
        reason: mark,
        made_by: maker.id,
      })
    },
    lists: ['accounts.periods.index'],
  },
  reconciliation_runs: {
    make: (unitId) =>
      insert('reconciliation_runs', {
        unit_id: unitId,
        month: '2026-10-01',
        run_no: ++made,
        state: 'failed',
        rules: '[]',
      }),
  },
  differences: {
    async make(unitId, mark) {
      return insert('differences', {
        unit_id: unitId,
        month: '2026-10-01',
        code: 'unpaid',
        subject_type: 'charge',
        subject_id: await RECORDS.charges!.make(unitId, `${mark}d${++made}`.slice(0, 60)),
        subject_key: `${mark}k${++made}`,
        party_name: mark,
        amount: '100.00',
        arose_on: '2026-10-05',
        opened_run_id: await RECORDS.reconciliation_runs!.make(unitId, mark),
      })
    },
    lists: ['revenue.differences.index'],
  },
  match_suggestions: {
    async make(unitId, mark) {
      return insert('match_suggestions', {
        unit_id: unitId,
        month: '2026-10-01',
        leg: 'charge_receipt',
        rule: 'site_amount',
        left_id: await RECORDS.receipts!.make(unitId, mark),
        right_id: await RECORDS.charges!.make(unitId, `${mark}s${++made}`.slice(0, 60)),
        amount: '100.00',
        evidence: mark,
      })
    },
  },
  report_runs: {
    make: (unitId, mark) =>
      insert('report_runs', {
        unit_id: unitId,
        kind: 'revenue-reconciliation',
        number: `R-${unique()}`,
        format: 'pdf',
        parameters: JSON.stringify({ unit: 'T', month: '2026-10', locale: 'ar', by: mark }),
        as_of: new Date(),
        state: 'failed',
        error: mark,
      }),
    lists: ['reporting.reports.index'],
  },
  trail: {
    async make(unitId, mark) {
      await db.transaction((trx) =>
        Trail.record(
          { action: 'unit.renamed', unitId, subjectType: 'unit', subjectId: unitId, label: mark },
          { by: SYSTEM, trx }
        )
      )
      const row = await db.from('trail').where('unit_id', unitId).max('id as id').firstOrFail()
      return row.id
    },
    lists: ['reporting.trail.index'],
  },
}
