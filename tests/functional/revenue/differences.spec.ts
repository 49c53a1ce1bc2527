import { test } from '@japa/runner'
import { CODES, type DifferenceCode } from '#revenue/reconciliation/difference_codes'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'

type Given = (world: ReconciliationWorld) => Promise<unknown>

interface Case {
  title: string
  /** The code it is about, besides which nothing else may be raised unless listed. */
  code: DifferenceCode
  given: Given
  /** Exactly these differences, as `code key amount`. */
  raises: string[] | ((world: ReconciliationWorld) => string[])
}

/** A receipt that is deposited and banked, so that only its charge matters. */
const banked = async (
  world: ReconciliationWorld,
  facts: Parameters<ReconciliationWorld['receipt']>[0]
) => {
  const slip = `K${Math.random().toString(36).slice(2, 8)}9`.toUpperCase()
  await world.slip({ number: slip, amount: facts.amount })
  await world.line({ amount: facts.amount, reference: slip })
  return world.receipt({ ...facts, slip })
}

const RAISED: Case[] = [
  {
    title: 'nothing is allocated to the charge',
    code: 'unpaid',
    given: (world) => world.charge({ ref: 'A', amount: '75.50' }),
    raises: ['unpaid A 75.50'],
  },
  {
    title: 'a part of the charge is paid',
    code: 'part_paid',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await banked(world, { ref: 'A', amount: '25.25' })
    },
    raises: ['part_paid A 50.25'],
  },
  {
    title: 'a second receipt of the same amount names a paid charge',
    code: 'duplicate_receipt',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await banked(world, { ref: 'A', amount: '75.50' })
      await banked(world, { ref: 'A', amount: '75.50' })
    },
    raises: ['duplicate_receipt B1/2 75.50'],
  },
  {
    title: 'a receipt pays more than the charge',
    code: 'overpaid',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await banked(world, { ref: 'A', amount: '80.00' })
    },
    raises: ['overpaid B1/1 4.50'],
  },
  {
    title: 'a receipt names a charge that one of another amount filled',
    code: 'overpaid',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await banked(world, { ref: 'A', amount: '75.50' })
      await banked(world, { ref: 'A', amount: '20.00' })
    },
    raises: ['overpaid B1/2 20.00'],
  },
  {
    title: 'a receipt pays for the time after its right ended',
    code: 'receipt_on_expired_right',
    given: async (world) => {
      await world.right({
        asset: await world.asset(),
        no: 'L-9',
        from: '2025-01-01',
        to: '2026-09-01',
      })
      await banked(world, { right: 'L-9', period: '2026-10-01', amount: '75.50' })
    },
    raises: ['receipt_on_expired_right B1/1 75.50'],
  },
  {
    title: 'no charge is behind the receipt',
    code: 'receipt_without_charge',
    given: (world) => banked(world, { ref: 'NOWHERE', amount: '75.50' }),
    raises: ['receipt_without_charge B1/1 75.50'],
  },
  {
    title: 'numbers are missing inside a book',
    code: 'receipt_number_gap',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '10.00' })
      await world.charge({ ref: 'B', amount: '10.00' })
      await banked(world, { ref: 'A', amount: '10.00', number: 7 })
      await banked(world, { ref: 'B', amount: '10.00', number: 10 })
    },
    raises: ['receipt_number_gap B1/8 0.00', 'receipt_number_gap B1/9 0.00'],
  },
  {
    title: 'a voided receipt stands on a recorded slip',
    code: 'voided_receipt_banked',
    given: (world) => banked(world, { amount: '75.50', void: true }),
    raises: ['voided_receipt_banked B1/1 75.50'],
  },
  {
    title: 'cash was handed over with no slip',
    code: 'cash_not_deposited',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50' })
    },
    raises: ['cash_not_deposited B1/1 75.50'],
  },
  {
    title: 'the slip named on the receipt is not recorded',
    code: 'cash_not_deposited',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50', slip: '404' })
    },
    raises: ['cash_not_deposited B1/1 75.50'],
  },
  {
    title: 'an electronic receipt is in no batch',
    code: 'cash_not_deposited',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50', method: 'electronic' })
    },
    raises: ['cash_not_deposited B1/1 75.50'],
  },
  {
    title: 'a slip is less than its receipts',
    code: 'slip_short',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50', slip: 'S1' })
      await world.slip({ number: 'S1', amount: '70.00' })
      await world.line({ amount: '70.00', reference: 'S1' })
    },
    raises: ['slip_short S1 5.50'],
  },
  {
    title: 'a batch is more than its receipts',
    code: 'slip_over',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50', method: 'electronic', batch: 'E1' })
      await world.batch({ number: 'E1', gross: '80.00', commission: '2.00' })
      await world.line({ amount: '78.00', reference: 'E1' })
    },
    raises: ['slip_over E1 4.50'],
  },
  {
    title: 'a batch never reached the bank',
    code: 'slip_not_in_bank',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '80.00' })
      await world.receipt({ ref: 'A', amount: '80.00', method: 'electronic', batch: 'E1' })
      await world.batch({ number: 'E1', gross: '80.00', commission: '2.00' })
    },
    raises: ['slip_not_in_bank E1 78.00'],
  },
  {
    title: 'the bank credits what no paper names; equal lines are told apart',
    code: 'bank_credit_without_slip',
    given: async (world) => {
      await world.line({ amount: '80.00', reference: 'X/1' })
      await world.line({ amount: '80.00', reference: 'X/1' })
    },
    raises: (world) => [
      `bank_credit_without_slip ${world.accountNo}/2026-10-08/X/1/80.00/1 80.00`,
      `bank_credit_without_slip ${world.accountNo}/2026-10-08/X/1/80.00/2 80.00`,
    ],
  },
  {
    title: 'the bank credits another amount',
    code: 'bank_amount_differs',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50', slip: 'S1' })
      await world.slip({ number: 'S1', amount: '75.50' })
      await world.line({ amount: '57.50', reference: 'S1' })
    },
    raises: (world) => [`bank_amount_differs ${world.accountNo}/2026-10-08/S1/57.50/1 18.00`],
  },
  {
    title: 'the slip landed on another account',
    code: 'wrong_account',
    given: async (world) => {
      const { id } = await world.account2()
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50', slip: 'S1' })
      await world.slip({ number: 'S1', amount: '75.50', account: id })
      await world.line({ amount: '75.50', reference: 'S1' })
    },
    raises: (world) => [`wrong_account ${world.accountNo}/2026-10-08/S1/75.50/1 75.50`],
  },
  {
    title: 'the bank debits the amount of a cheque by its number',
    code: 'returned_cheque',
    given: async (world) => {
      await banked(world, { ref: 'A', amount: '75.50', method: 'cheque', cheque: '778899' })
      await world.line({ amount: '-75.50', reference: 'RTN 778899' })
    },
    raises: ['returned_cheque B1/1 75.50'],
  },
  {
    title: 'a site is in use after its last right ended',
    code: 'expired_right_in_use',
    given: async (world) => {
      const asset = await world.asset({ site: 'P-1', inUse: true, seen: '2026-10-31' })
      await world.right({ asset, from: '2024-01-01', to: '2025-01-01', amount: '900.00' })
      await world.right({ asset, from: '2025-01-01', to: '2026-10-01', amount: '950.00' })
    },
    raises: ['expired_right_in_use P-1 950.00'],
  },
  {
    title: 'two rights hold one site on the same day',
    code: 'double_right',
    given: async (world) => {
      const asset = await world.asset()
      await world.right({ asset, no: 'L1', from: '2026-01-01', to: '2026-10-16' })
      await world.right({
        asset,
        no: 'L2',
        from: '2026-10-15',
        to: '2027-10-15',
        amount: '950.00',
        billing: 'annual',
      })
      await world.charge({ ref: 'A', amount: '950.00', right: await rightId(world, 'L2') })
      await banked(world, { ref: 'A', amount: '950.00' })
    },
    raises: ['double_right L2 950.00'],
  },
  {
    title: 'a site in use never had a right',
    code: 'unlicensed_use',
    given: (world) => world.asset({ site: 'P-2', inUse: true, seen: '2026-03-01' }),
    raises: ['unlicensed_use P-2 0.00'],
  },
  {
    title: 'a billing period begins and nobody is charged',
    code: 'never_charged',
    given: async (world) => {
      const asset = await world.asset()
      await world.right({
        asset,
        no: 'L1',
        from: '2026-01-31',
        to: '2027-01-31',
        billing: 'quarterly',
        amount: '300.00',
      })
      const right = await rightId(world, 'L1')
      await world.charge({ ref: 'X', amount: '300.00', right, status: 'cancelled' })
    },
    raises: ['never_charged L1 300.00'],
  },
]

const NOT_RAISED: Omit<Case, 'raises'>[] = [
  { title: 'the charge is paid', code: 'unpaid', given: (world) => world.clean() },
  {
    title: 'the charge is cancelled',
    code: 'unpaid',
    given: (world) => world.charge({ amount: '5.00', status: 'cancelled' }),
  },
  {
    title: 'two parts make the whole',
    code: 'part_paid',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '50.00' })
      await world.receipt({ ref: 'A', amount: '25.50', on: '2026-12-01' })
    },
  },
  {
    title: 'two charges of one amount are paid by two receipts',
    code: 'duplicate_receipt',
    given: async (world) => {
      for (const ref of ['A', 'B']) {
        await world.charge({ ref, amount: '75.50' })
        await world.receipt({ ref, amount: '75.50' })
      }
    },
  },
  {
    title: 'the first receipt was voided',
    code: 'duplicate_receipt',
    given: async (world) => {
      await world.charge({ ref: 'A', amount: '75.50' })
      await world.receipt({ ref: 'A', amount: '75.50', void: true })
      await world.receipt({ ref: 'A', amount: '75.50' })
    },
  },
  { title: 'the amount is exact', code: 'overpaid', given: (world) => world.clean() },
  {
    title: 'another right of the same person holds that day',
    code: 'receipt_on_expired_right',
    given: async (world) => {
      const [asset, party] = [await world.asset(), await world.party()]
      await world.right({ asset, party, no: 'L-9', from: '2025-01-01', to: '2026-09-01' })
      await world.right({ asset, party, no: 'L-10', from: '2026-09-01', to: '2027-09-01' })
      await world.receipt({ right: 'L-9', period: '2026-10-01', amount: '75.50' })
    },
  },
  {
    title: 'it pays for the time before the end',
    code: 'receipt_on_expired_right',
    given: async (world) => {
      await world.right({
        asset: await world.asset(),
        no: 'L-9',
        from: '2025-01-01',
        to: '2026-09-01',
      })
      await world.receipt({ right: 'L-9', period: '2026-08-01', amount: '75.50' })
    },
  },
  {
    title: 'a charge is behind it',
    code: 'receipt_without_charge',
    given: (world) => world.clean(),
  },
  {
    title: 'the missing number is a void one, or before the first',
    code: 'receipt_number_gap',
    given: async (world) => {
      await world.receipt({ amount: '10.00', number: 7 })
      await world.receipt({ amount: '10.00', number: 8, void: true })
      await world.receipt({ amount: '10.00', number: 9 })
    },
  },
  {
    title: 'the voided one is on no slip',
    code: 'voided_receipt_banked',
    given: (world) => world.receipt({ amount: '1.00', void: true, slip: 'none' }),
  },
  { title: 'it is on a slip', code: 'cash_not_deposited', given: (world) => world.clean() },
  {
    title: 'it was voided',
    code: 'cash_not_deposited',
    given: (world) => world.receipt({ amount: '1.00', void: true }),
  },
  {
    title: 'the slip is its receipts, the void one with them',
    code: 'slip_short',
    given: slipWithVoid,
  },
  {
    title: 'the slip is its receipts, the void one with them',
    code: 'slip_over',
    given: slipWithVoid,
  },
  {
    title: 'the bank has it ten days later',
    code: 'slip_not_in_bank',
    given: async (world) => {
      await world.slip({ number: 'S1', amount: '10.00' })
      await world.line({ amount: '10.00', reference: 'S1', on: '2026-10-17' })
    },
  },
  { title: 'a slip is named', code: 'bank_credit_without_slip', given: (world) => world.clean() },
  {
    title: 'it is a debit',
    code: 'bank_credit_without_slip',
    given: (world) => world.line({ amount: '-3.00', narrative: 'FEES' }),
  },
  { title: 'the sums agree', code: 'bank_amount_differs', given: (world) => world.clean() },
  { title: 'it is on its account', code: 'wrong_account', given: (world) => world.clean() },
  {
    title: 'the debit is of another amount, or holds the number inside another',
    code: 'returned_cheque',
    given: async (world) => {
      await world.receipt({ amount: '75.50', method: 'cheque', cheque: '778899' })
      await world.line({ amount: '-75.00', reference: 'RTN 778899' })
      await world.line({ amount: '-75.50', reference: 'RTN 1778899' })
    },
  },
  {
    title: 'its last right ends inside the month, or nobody looked yet',
    code: 'expired_right_in_use',
    given: async (world) => {
      const asset = await world.asset({ inUse: true, seen: '2026-10-31' })
      await world.right({ asset, from: '2025-10-02', to: '2026-10-02' })
      const later = await world.asset({ inUse: true, seen: '2026-11-01' })
      await world.right({ asset: later, from: '2024-01-01', to: '2025-01-01' })
    },
  },
  {
    title: 'one right follows the other',
    code: 'double_right',
    given: async (world) => {
      const asset = await world.asset()
      await world.right({ asset, from: '2025-10-15', to: '2026-10-15' })
      await world.right({ asset, from: '2026-10-15', to: '2027-10-15' })
    },
  },
  {
    title: 'it once had a right, or is not in use',
    code: 'unlicensed_use',
    given: async (world) => {
      const asset = await world.asset({ inUse: true, seen: '2026-10-01' })
      await world.right({ asset, from: '2026-01-01', to: '2027-01-01' })
      await world.asset({ inUse: false, seen: '2026-10-01' })
    },
  },
  {
    title: 'no period begins, or it is charged',
    code: 'never_charged',
    given: async (world) => {
      await world.right({
        asset: await world.asset(),
        from: '2026-01-01',
        to: '2027-01-01',
        billing: 'annual',
      })
      await world.right({
        asset: await world.asset(),
        no: 'M',
        from: '2026-05-20',
        to: '2027-05-20',
        billing: 'monthly',
      })
      await world.charge({
        ref: 'A',
        amount: '1.00',
        right: await rightId(world, 'M'),
        period: '2026-10-01',
      })
      // Its day of the month comes after its end: no period begins in the month of the end.
      await world.right({
        asset: await world.asset(),
        from: '2026-01-20',
        to: '2026-10-20',
        billing: 'monthly',
      })
    },
  },
]

test.group('Differences', () => {
  for (const { title, code, given, raises } of RAISED) {
    test(`${code}: ${title}`, async ({ assert }) => {
      const world = await ReconciliationWorld.make()
      await given(world)
      await world.run()
      const expected = typeof raises === 'function' ? raises(world) : raises
      const found = (await world.differences('2026-10')).filter(
        (one) => !NEIGHBOURS[code]?.some((other) => one.startsWith(`${other} `))
      )
      assert.deepEqual(found, [...expected].sort())
      assert.equal((await world.run()).changed, 0)
    })
  }

  for (const { title, code, given } of NOT_RAISED) {
    test(`no ${code} when ${title}`, async ({ assert }) => {
      const world = await ReconciliationWorld.make()
      await given(world)
      await world.run()
      const found = await world.differences('2026-10')
      assert.isEmpty(
        found.filter((one) => one.startsWith(`${code} `)),
        found.join('\n')
      )
    })
  }

  test('every code is shown both ways', ({ assert }) => {
    assert.sameMembers([...new Set(RAISED.map((one) => one.code))], CODES)
    assert.sameMembers([...new Set(NOT_RAISED.map((one) => one.code))], CODES)
  })
})

/** What a case cannot be told without: it is allowed beside the code. */
const NEIGHBOURS: Partial<Record<DifferenceCode, DifferenceCode[]>> = {
  returned_cheque: ['unpaid'],
  never_charged: [],
}

async function slipWithVoid(world: ReconciliationWorld) {
  await world.receipt({ amount: '70.00', slip: 'S1' })
  await world.receipt({ amount: '5.00', slip: 'S1', void: true })
  await world.slip({ number: 'S1', amount: '75.00' })
}

async function rightId(world: ReconciliationWorld, no: string): Promise<number> {
  const [row] = await world.rows<{ id: number }>(
    'SELECT id FROM rights WHERE unit_id = :unit AND right_no = :no',
    { no }
  )
  return Number(row!.id)
}
