import { randomBytes, randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { aUnit } from '#tests/support/units'

/**
 * A governorate of two districts, one with a village below it, and one reconciled October, small
 * enough to add up by hand:
 *
 * | unit     | due     | paid    | collected | deposited | banked  |
 * | -------- | ------- | ------- | --------- | --------- | ------- |
 * | district |  425.75 |  300.00 |    340.00 |    300.00 |  300.00 |
 * | village  | 1000.00 | 1000.00 |   1000.00 |   1000.00 | 1000.00 |
 * | other    |   80.00 |    0.00 |      0.00 |      0.00 |    0.00 |
 */
export interface World {
  governorate: number
  district: number
  village: number
  other: number
  heads: { use: number; kiosk: number }
  run: number
}

const OCTOBER = '2026-10-01'

async function insert(table: string, row: Record<string, unknown>): Promise<number> {
  const [id] = await db.insertQuery().table(table).insert(row)
  return Number(id)
}

export async function aReconciledWorld(parent: number | null = null): Promise<World> {
  const governorate = await aUnit(parent)
  const district = await aUnit(governorate)
  const village = await aUnit(district)
  const other = await aUnit(governorate)
  const mark = randomUUID().slice(0, 8)
  const ledger = await insert('ledger_accounts', {
    code: `T-${mark}`,
    name_ar: 'حساب اختبار',
    name_en: 'Test account',
    ...(await ledgerColumns()),
  })
  const head = (code: string, ar: string, en: string) =>
    insert('revenue_heads', {
      code: `${code}-${mark}`,
      name_ar: ar,
      name_en: en,
      purpose: 'advertising',
      ledger_account_id: ledger,
      legal_reference: 'اختبار',
    })
  const heads = {
    use: await head('USE', 'مقابل استغلال موقع إعلان', 'Use of a site'),
    kiosk: await head('KSK', 'مقابل استغلال كشك', 'Use of a kiosk'),
  }
  const run = await insert('reconciliation_runs', {
    unit_id: governorate,
    month: OCTOBER,
    run_no: 1,
    state: 'done',
    rules: '[]',
    changed: 17,
    figures: JSON.stringify(RUN_FIGURES),
    finished_at: '2026-11-02 08:00:00.000',
  })
  const world = { governorate, district, village, other, heads, run }
  await districtFacts(world, ledger)
  await villageFacts(world, ledger)
  await charge(world, other, heads.kiosk, 'C5', '80.00', { matched: '0.00', disposition: 'unpaid' })
  await totals(world)
  await differences(world)
  return world
}

async function ledgerColumns(): Promise<Record<string, unknown>> {
  const known = await db.from('ledger_accounts').orderBy('id').first()
  if (!known) throw new Error('The reference data is not loaded: run the tests by npm test')
  const { id, code, name_ar: ar, name_en: en, ...rest } = known
  void [id, code, ar, en]
  return rest
}

async function districtFacts(world: World, ledger: number) {
  const { district, heads, run } = world
  const c1 = await charge(world, district, heads.use, 'C1', '100.00', {
    matched: '100.00',
    disposition: 'paid',
  })
  const c2 = await charge(world, district, heads.use, 'C2', '250.50', {
    matched: '200.00',
    disposition: 'part_paid',
  })
  await charge(world, district, heads.kiosk, 'C3', '75.25', {
    matched: '0.00',
    disposition: 'unpaid',
  })
  const account = await bankAccount(district, ledger)
  const book = await insert('receipt_books', {
    unit_id: district,
    book_no: 'B1',
    first_no: 1,
    last_no: 50,
  })
  const slip = await insert('deposit_slips', {
    unit_id: district,
    number: '37-001',
    bank_account_id: account,
    deposited_on: '2026-10-13',
    amount: '300.00',
  })
  await disposition(world, 'slip', slip, district, 'matched', '300.00')
  const r1 = await receipt(world, district, book, 1, '100.00', 'matched', { slip_no: '37-001' })
  const r2 = await receipt(world, district, book, 2, '200.00', 'matched', { slip_no: '37-001' })
  await receipt(world, district, book, 3, '40.00', 'without_charge')
  await receipt(world, district, book, 4, '60.00', 'voided', { is_void: 1, void_reason: 'خطأ' })
  await allocation(district, c1, r1, '100.00', ['100.00', '100.00'], 'reference_exact')
  await allocation(district, c2, r2, '200.00', ['250.50', '200.00'], 'reference_amount_differs')
  for (const receiptId of [r1, r2]) {
    await db
      .insertQuery()
      .table('receipt_deposits')
      .insert({ receipt_id: receiptId, unit_id: district, slip_id: slip, rule: 'slip_no' })
  }
  const line = await bankLine(world, district, account, '300.00', '37-001', 'matched')
  await bankMatch(district, run, { slip_id: slip }, line, '300.00')
}

async function villageFacts(world: World, ledger: number) {
  const { village, heads, run } = world
  const c4 = await charge(world, village, heads.use, 'C4', '1000.00', {
    matched: '1000.00',
    disposition: 'paid',
  })
  const account = await bankAccount(village, ledger)
  const book = await insert('receipt_books', {
    unit_id: village,
    book_no: 'E1',
    first_no: 1,
    last_no: 50,
  })
  const settlement = await insert('settlements', {
    unit_id: village,
    batch_no: 'FWY-1',
    bank_account_id: account,
    settled_on: '2026-10-20',
    gross: '1000.00',
    commission: '10.00',
    net: '990.00',
  })
  await disposition(world, 'settlement', settlement, village, 'matched', '1000.00')
  const r5 = await receipt(world, village, book, 1, '1000.00', 'matched', {
    method: 'electronic',
    batch_no: 'FWY-1',
  })
  await allocation(village, c4, r5, '1000.00', ['1000.00', '1000.00'], 'reference_exact')
  await db.insertQuery().table('receipt_deposits').insert({
    receipt_id: r5,
    unit_id: village,
    settlement_id: settlement,
    rule: 'batch_no',
  })
  const line = await bankLine(world, village, account, '990.00', 'FWY-1', 'matched')
  await bankMatch(village, run, { settlement_id: settlement }, line, '990.00')
  await bankLine(world, village, account, '-5.00', 'CHG', 'outside')
}

async function charge(
  world: World,
  unitId: number,
  headId: number,
  ref: string,
  amount: string,
  judged: { matched: string; disposition: string }
): Promise<number> {
  const id = await insert('charges', {
    unit_id: unitId,
    head_id: headId,
    payment_ref: ref,
    period: OCTOBER,
    due_on: '2026-10-05',
    amount,
  })
  await disposition(world, 'charge', id, unitId, judged.disposition, amount, judged.matched)
  return id
}

async function receipt(
  world: World,
  unitId: number,
  bookId: number,
  number: number,
  amount: string,
  judged: string,
  more: Record<string, unknown> = {}
): Promise<number> {
  const id = await insert('receipts', {
    unit_id: unitId,
    book_id: bookId,
    number,
    received_on: '2026-10-12',
    method: 'cash',
    amount,
    payer_name: 'شركة النيل للدعاية والإعلان',
    ...more,
  })
  await disposition(world, 'receipt', id, unitId, judged, amount)
  return id
}

async function allocation(
  unitId: number,
  chargeId: number,
  receiptId: number,
  amount: string,
  [whole, paid]: [string, string],
  rule: string
) {
  await insert('allocations', {
    unit_id: unitId,
    charge_id: chargeId,
    receipt_id: receiptId,
    amount,
    charge_amount: whole,
    receipt_amount: paid,
    charge_share: 1,
    receipt_share: 1,
    rule,
  })
}

async function bankAccount(unitId: number, ledger: number): Promise<number> {
  return insert('bank_accounts', {
    unit_id: unitId,
    account_no: `EG${randomBytes(8).toString('hex').toUpperCase()}`,
    name_ar: 'حساب الإيرادات',
    bank_name: 'البنك الأهلي المصري',
    ledger_account_id: ledger,
    opened_on: '2020-01-01',
  })
}

async function bankLine(
  world: World,
  unitId: number,
  account: number,
  amount: string,
  reference: string,
  judged: string
): Promise<number> {
  const id = await insert('bank_lines', {
    bank_account_id: account,
    unit_id: unitId,
    booked_on: '2026-10-21',
    amount,
    reference,
    identity: randomBytes(16),
  })
  await disposition(world, 'bank_line', id, unitId, judged, amount)
  return id
}

async function bankMatch(
  unitId: number,
  run: number,
  paper: Record<string, number>,
  line: number,
  amount: string
) {
  const match = await insert('bank_matches', {
    unit_id: unitId,
    match_key: randomUUID(),
    rule: 'deposit_reference',
    deposited: amount,
    banked: amount,
    run_id: run,
  })
  await insert('bank_match_members', { match_id: match, ...paper })
  await insert('bank_match_members', { match_id: match, bank_line_id: line })
}

async function disposition(
  world: World,
  kind: string,
  factId: number,
  unitId: number,
  judged: string,
  amount: string,
  matched = '0.00'
) {
  await db.insertQuery().table('dispositions').insert({
    kind,
    fact_id: factId,
    unit_id: unitId,
    month: OCTOBER,
    disposition: judged,
    amount,
    matched,
    run_id: world.run,
  })
}

async function totals({ district, village, other, heads, run }: World) {
  const row = (unit: number, month: string, head: number, figures: (number | string)[]) => {
    const [dueCount, due, dueMatched, collectedCount, collected, deposited, banked] = figures
    return db.insertQuery().table('revenue_month_totals').insert({
      unit_id: unit,
      month,
      head_id: head,
      due_count: dueCount,
      due,
      due_matched: dueMatched,
      collected_count: collectedCount,
      collected,
      deposited,
      banked,
      run_id: run,
    })
  }
  await row(district, OCTOBER, heads.use, [2, '350.50', '300.00', 2, '300.00', '300.00', '300.00'])
  await row(district, OCTOBER, heads.kiosk, [1, '75.25', '0.00', 0, '0.00', '0.00', '0.00'])
  await row(district, OCTOBER, 0, [0, '0.00', '0.00', 1, '40.00', '0.00', '0.00'])
  await row(village, OCTOBER, heads.use, [
    1,
    '1000.00',
    '1000.00',
    1,
    '1000.00',
    '1000.00',
    '1000.00',
  ])
  await row(other, OCTOBER, heads.kiosk, [1, '80.00', '0.00', 0, '0.00', '0.00', '0.00'])
  await row(district, '2026-09-01', heads.use, [3, '60.00', '45.00', 2, '45.00', '45.00', '30.00'])
  await row(district, '2025-10-01', heads.use, [9, '999.00', '0.00', 0, '0.00', '0.00', '0.00'])
}

async function differences({ district, other, heads, run }: World) {
  const row = (unit: number, code: string, key: string, amount: string, more: object = {}) =>
    insert('differences', {
      unit_id: unit,
      month: OCTOBER,
      code,
      subject_type: 'charge',
      subject_id: 1,
      subject_key: key,
      head_id: heads.kiosk,
      party_name: 'أحمد عبد الرحمن السيد',
      amount,
      arose_on: '2026-10-05',
      opened_run_id: run,
      ...more,
    })
  await row(district, 'part_paid', 'C2', '50.50', { head_id: heads.use })
  await row(district, 'unpaid', 'C3', '75.25')
  await row(district, 'receipt_without_charge', 'B1/3', '40.00', {
    subject_type: 'receipt',
    head_id: null,
    state: 'explained',
  })
  await row(other, 'unpaid', 'C5', '80.00')
  await row(district, 'overpaid', 'B1/9', '7777.00', { state: 'cleared' })
}

const RUN_FIGURES = {
  unit: 'T',
  month: '2026-10',
  run: 1,
  changed: 17,
  inputs: {
    charges: { count: 5, amount: '1505.75' },
    receipts: { count: 5, amount: '1400.00' },
    slips: { count: 1, amount: '300.00' },
    settlements: { count: 1, amount: '1000.00' },
    bankLines: { count: 3, amount: '1285.00' },
  },
  dispositions: {
    charges: {
      paid: { count: 2, amount: '1100.00' },
      part_paid: { count: 1, amount: '250.50' },
      unpaid: { count: 2, amount: '155.25' },
    },
    receipts: {
      matched: { count: 3, amount: '1300.00' },
      voided: { count: 1, amount: '60.00' },
      without_charge: { count: 1, amount: '40.00' },
    },
    slips: { matched: { count: 1, amount: '300.00' } },
    settlements: { matched: { count: 1, amount: '1000.00' } },
    bankLines: {
      matched: { count: 2, amount: '1290.00' },
      outside: { count: 1, amount: '-5.00' },
    },
  },
  differences: [],
}
