import db from '@adonisjs/lucid/services/db'
import { aParty } from '#tests/support/holdings'
import type { RecordFactory } from '#tests/support/records'

let made = 0

async function insert(table: string, row: Record<string, unknown>): Promise<number> {
  const [id] = await db.insertQuery().table(table).insert(row)
  return Number(id)
}

const numbered = (unitId: number) => ({
  unit_id: unitId,
  fiscal_year: '2026/2027',
  number: 500_000 + ++made,
  made_by: 1,
})

/** Records of advances, guarantees, penalties, cheques, cash and sureties, for the access matrix. */
export const HOLDING_RECORDS: Readonly<Record<string, RecordFactory>> = {
  advances: {
    make: async (unitId, mark) =>
      insert('advances', {
        ...numbered(unitId),
        kind: 'travel',
        party_id: await aParty(unitId, mark),
        holder_name: mark,
        amount: '100.00',
        purpose: 'مأمورية',
        requested_on: '2026-10-05',
      }),
    lists: ['accounts.advances.index'],
  },
  advance_settlements: {
    make: async (unitId, mark) =>
      insert('advance_settlements', {
        unit_id: unitId,
        advance_id: await HOLDING_RECORDS.advances!.make(unitId, mark),
        kind: 'returned',
        amount: '10.00',
        paper_no: '1',
        made_by: 1,
      }),
  },
  guarantees: {
    make: async (unitId, mark) =>
      insert('guarantees', {
        ...numbered(unitId),
        purpose: 'final',
        form: 'letter',
        party_id: await aParty(unitId, mark),
        party_name: mark,
        subject_no: '7',
        subject: 'توريد',
        amount: '100.00',
        reference_no: `G-${process.pid}-${made}`,
        bank_name: 'بنك مصر',
        issued_on: '2026-10-05',
        expires_on: '2027-10-05',
      }),
    lists: ['accounts.guarantees.index'],
  },
  guarantee_acts: {
    make: async (unitId, mark) =>
      insert('guarantee_acts', {
        unit_id: unitId,
        guarantee_id: await HOLDING_RECORDS.guarantees!.make(unitId, mark),
        kind: 'accept',
        paper_no: '1',
        reason: 'مطابق',
        made_by: 1,
      }),
  },
  penalties: {
    make: async (unitId, mark) =>
      insert('penalties', {
        ...numbered(unitId),
        party_id: await aParty(unitId, mark),
        person_name: mark,
        violation: 'goods',
        investigation_no: '4',
        assessed: '100.00',
        amount: '100.00',
        reason: 'تأخير',
      }),
    lists: ['accounts.penalties.index'],
  },
  penalty_appeals: {
    make: async (unitId, mark) =>
      insert('penalty_appeals', {
        unit_id: unitId,
        penalty_id: await HOLDING_RECORDS.penalties!.make(unitId, mark),
        venue: 'لجنة التظلمات',
        file_no: '1',
        filed_on: '2026-10-06',
        made_by: 1,
      }),
  },
  cheque_books: {
    async make(unitId, mark) {
      const account = await anAccount(unitId)
      return insert('cheque_books', {
        unit_id: unitId,
        bank_account_id: account,
        first_no: 1,
        last_no: 50,
        received_on: '2026-10-05',
        received_by: 1,
        holder_name: mark,
        issued_on: '2026-10-06',
        issued_by: 1,
      })
    },
    lists: ['accounts.cheque_books.index'],
  },
  cash_transfers: {
    async make(unitId, mark) {
      const id = await aTransfer(unitId, mark)
      await insert('cash_arrivals', { unit_id: unitId, transfer_id: id })
      return id
    },
    lists: ['accounts.cash_transfers.index'],
  },
  cash_arrivals: {
    make: async (unitId, mark) =>
      insert('cash_arrivals', { unit_id: unitId, transfer_id: await aTransfer(unitId, mark) }),
    lists: ['accounts.cash_arrivals.index'],
  },
  sureties: {
    make: (unitId, mark) =>
      insert('sureties', {
        unit_id: unitId,
        holder_no: `s-${process.pid}-${++made}`,
        holder_name: mark,
        job: 'cashier',
        guarantor_name: 'صندوق التأمين',
        policy_no: '1',
        amount: '100.00',
        valid_from: '2026-07-01',
        valid_to: '2027-07-01',
        made_by: 1,
      }),
    lists: ['accounts.sureties.index'],
  },
}

const aTransfer = (unitId: number, mark: string) =>
  insert('cash_transfers', {
    unit_id: unitId,
    to_unit_id: unitId,
    fiscal_year: '2026/2027',
    number: 500_000 + ++made,
    amount: '100.00',
    carrier_name: mark,
    purpose: mark,
    sent_on: '2026-10-05',
    sent_by: 1,
  })

async function anAccount(unitId: number): Promise<number> {
  const chart = await db.from('ledger_accounts').where('code', 'INT-BANK').firstOrFail()
  return insert('bank_accounts', {
    unit_id: unitId,
    account_no: `H${process.pid}${++made}`,
    name_ar: 'حساب',
    bank_name: 'بنك',
    ledger_account_id: chart.id,
    opened_on: '2020-07-01',
  })
}
