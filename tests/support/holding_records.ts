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
}
