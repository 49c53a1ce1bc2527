import fc from 'fast-check'
import { test } from '@japa/runner'
import { CODES } from '#revenue/reconciliation/difference_codes'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'
import { reconcileByHand, type ModelWorld } from '#tests/support/reconciliation_model'

const MONTHS = ['2026-09', '2026-10', '2026-11']
const WORLDS = Number(process.env.RECONCILIATION_WORLDS ?? 40)

const pick = <T>(...values: T[]) => fc.constantFrom(...values)
const unit = pick('A', 'B')
const someDay = fc
  .tuple(pick('2026-08', ...MONTHS, '2026-12'), pick('01', '05', '11', '28', '30'))
  .map(([month, number]) => `${month}-${number}`)
const amount = pick(5000, 10_000, 10_000, 15_000)
const right = pick('L1', 'L2', 'L3')
const head = pick('ADV-USE', 'OCC-USE')
const payer = pick('احمد', 'سعيد')
const period = pick('2026-09-01', '2026-10-01', '2026-11-01')
const account = pick('X', 'Y', 'Z')
const orNone = <T>(some: fc.Arbitrary<T>, freq = 2) => fc.option(some, { nil: null, freq })

/** Small worlds in which papers collide all the time: few numbers, few amounts, few days. */
const worlds = fc.record({
  charges: fc.uniqueArray(
    fc.record({
      unit,
      ref: pick('C1', 'C2', 'C3', 'C4', 'C5'),
      amount,
      due: someDay,
      period,
      head,
      right: orNone(right),
      party: orNone(payer),
      open: fc.integer({ min: 0, max: 6 }).map((n) => n > 0),
    }),
    { maxLength: 6, selector: (one) => `${one.unit}${one.ref}` }
  ),
  receipts: fc.uniqueArray(
    fc.record({
      unit,
      book: pick('B1', 'B2'),
      number: fc.integer({ min: 1, max: 9 }),
      on: someDay,
      method: pick<'cash' | 'cheque' | 'electronic'>('cash', 'cash', 'cheque', 'electronic'),
      amount,
      head: orNone(head),
      payer: pick('', 'احمد', 'سعيد'),
      ref: orNone(pick('C1', 'C2', 'C3', 'C4', 'C9'), 3),
      right: orNone(right),
      period: orNone(period),
      cheque: orNone(pick('9001', '9002'), 3),
      slip: orNone(pick('S1', 'S2', 'S3', 'S9'), 4),
      batch: orNone(pick('E1', 'S1'), 4),
      void: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    }),
    { maxLength: 9, selector: (one) => `${one.unit}${one.book}${one.number}` }
  ),
  papers: fc.uniqueArray(
    fc
      .record({
        unit,
        kind: pick<'slip' | 'settlement'>('slip', 'slip', 'settlement'),
        number: pick('S1', 'S2', 'S3', 'E1'),
        account,
        on: someDay,
        amount,
        fee: pick(0, 500),
      })
      .map(({ fee, ...one }) => ({
        ...one,
        net: one.kind === 'slip' ? one.amount : one.amount - fee,
      })),
    { maxLength: 6, selector: (one) => `${one.unit}${one.kind}${one.number}` }
  ),
  lines: fc
    .array(
      fc.record({
        account,
        on: someDay,
        amount: pick(5000, 10_000, 15_000, 9500, -5000, -10_000, -15_000),
        text: pick('S1', 'S2', 'S1 S2', 'S3/S1', 'E1', 'XS1', 'CHQ 9001', 'CHQ 9002', 'FEES', ''),
      }),
      { maxLength: 8 }
    )
    .map((list) => list.map((one, n) => ({ ...one, identity: String(n) }))),
  rights: fc.uniqueArray(
    fc
      .record({
        unit,
        no: right,
        site: pick('P1', 'P2'),
        party: payer,
        from: pick('2025-10-15', '2026-01-31', '2026-09-01', '2026-10-10'),
        to: pick('2026-10-15', '2026-10-01', '2026-11-10', '2027-01-31'),
        billing: pick<'monthly' | 'quarterly' | 'annual'>('monthly', 'quarterly', 'annual'),
        amount,
      })
      .filter((one) => one.to > one.from),
    { maxLength: 4, selector: (one) => `${one.unit}${one.no}` }
  ),
  sites: fc
    .constant(['A', 'B'].flatMap((u) => ['P1', 'P2'].map((site) => ({ unit: u, site }))))
    .chain((list) =>
      fc.tuple(
        ...list.map((one) =>
          fc.record({
            unit: fc.constant(one.unit),
            site: fc.constant(one.site),
            inUse: orNone(fc.boolean()),
            seen: orNone(pick('2026-09-30', '2026-10-15', '2026-12-01'), 4),
          })
        )
      )
    ),
  /** The order in which facts come in, and the months run between. */
  shuffle: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  runsBetween: fc.array(fc.tuple(fc.nat({ max: 30 }), pick(...MONTHS)), { maxLength: 3 }),
  lastOrder: fc.shuffledSubarray(MONTHS, { minLength: 3, maxLength: 3 }),
})

type Drawn = typeof worlds extends fc.Arbitrary<infer T> ? T : never

test.group('Reconciliation: any small world', () => {
  test('the worlds that are drawn hold every difference and every disposition', ({ assert }) => {
    const results = fc
      .sample(worlds, { numRuns: 5000, seed: 7 })
      .map((drawn) => reconcileByHand(modelOf(drawn), MONTHS))
    const codes = new Set(
      results.flatMap((one) => one.differences.map((text) => text.split(' ')[2]!))
    )
    assert.sameMembers([...codes], CODES)
    const ends = new Set(
      results.flatMap((one) => one.dispositions.map((text) => text.split(' ').at(-1)!))
    )
    assert.sameMembers(
      [...ends],
      'paid part_paid unpaid returned voided voided_banked duplicate expired_right without_charge not_deposited overpaid matched not_in_bank wrong_account amount_differs short over returned_cheque without_slip outside'.split(
        ' '
      )
    )
  })

  test('ends as docs/reconciliation.md says, in whatever order facts come in and months are run', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(worlds, async (drawn) => {
        const { world, model } = await build(drawn)
        for (const month of drawn.lastOrder) await world.run(month)
        const expected = reconcileByHand(model, MONTHS)
        assert.deepEqual(await dispositions(world), expected.dispositions)
        assert.deepEqual(await differences(world), expected.differences)
        assert.deepEqual(await suggestions(world), expected.suggestions)
        for (const month of MONTHS) assert.equal((await world.run(month)).changed, 0, month)
      }),
      {
        numRuns: WORLDS,
        endOnFailure: process.env.SHRINK !== '1',
        interruptAfterTimeLimit: 240_000,
      }
    )
  }).timeout(300_000)
})

/** The drawn facts alone; a charge may only point to a right that its unit has. */
function modelOf(drawn: Drawn): ModelWorld {
  const known = new Set(drawn.rights.map((one) => `${one.unit}${one.no}`))
  return {
    accounts: { X: 'A', Y: 'A', Z: 'B' },
    charges: drawn.charges.map((one) => ({
      ...one,
      right: one.right && known.has(`${one.unit}${one.right}`) ? one.right : null,
    })),
    receipts: drawn.receipts,
    papers: drawn.papers,
    lines: drawn.lines.map((one) => ({ ...one })),
    rights: drawn.rights,
    sites: drawn.sites,
  }
}

/** Brings the drawn facts in, in the drawn order, with runs between. */
async function build(drawn: Drawn): Promise<{ world: ReconciliationWorld; model: ModelWorld }> {
  const world = await ReconciliationWorld.make()
  const units: Record<string, number> = { A: world.unit, B: await world.city() }
  await world.rows("UPDATE units SET code = CONCAT('A', code) WHERE id = :id", { id: units.A! })
  await world.rows("UPDATE units SET code = CONCAT('B', code) WHERE id = :id", { id: units.B! })
  const accounts: Record<string, number> = {}
  for (const [name, of] of [
    ['X', 'A'],
    ['Y', 'A'],
    ['Z', 'B'],
  ] as const) {
    const { id, no } = await world.account2(units[of])
    accounts[name] = id
    await world.rows('UPDATE bank_accounts SET account_no = :no WHERE id = :id', {
      no: `${name}${no}`,
      id,
    })
  }
  const parties = new Map<string, number>()
  const partyOf = async (of: string, name: string) => {
    const key = `${of}${name}`
    if (!parties.has(key)) {
      const id = await world.party({ unit: units[of], name })
      parties.set(key, id)
    }
    return parties.get(key)!
  }
  const sites = new Map<string, number>()
  for (const site of drawn.sites) {
    sites.set(
      `${site.unit}${site.site}`,
      await world.asset({
        unit: units[site.unit],
        site: site.site,
        inUse: site.inUse,
        seen: site.seen,
      })
    )
  }
  const rights = new Map<string, number>()
  for (const one of drawn.rights) {
    const id = await world.right({
      unit: units[one.unit],
      asset: sites.get(`${one.unit}${one.site}`)!,
      party: await partyOf(one.unit, one.party),
      no: one.no,
      from: one.from,
      to: one.to,
      billing: one.billing,
      amount: text(one.amount),
    })
    rights.set(`${one.unit}${one.no}`, id)
  }
  const { charges } = modelOf(drawn)
  const steps: (() => Promise<unknown>)[] = [
    ...charges.map(
      (one) => async () =>
        world.charge({
          unit: units[one.unit],
          ref: one.ref,
          status: one.open ? 'open' : 'cancelled',
          amount: text(one.amount),
          due: one.due,
          period: one.period,
          head: one.head,
          right: one.right ? rights.get(`${one.unit}${one.right}`)! : null,
          party: one.party ? await partyOf(one.unit, one.party) : null,
        })
    ),
    ...drawn.receipts.map(
      (one) => () => world.receipt({ ...one, unit: units[one.unit], amount: text(one.amount) })
    ),
    ...drawn.papers.map(
      (one) => () =>
        one.kind === 'slip'
          ? world.slip({
              unit: units[one.unit],
              number: one.number,
              amount: text(one.amount),
              on: one.on,
              account: accounts[one.account],
            })
          : world.batch({
              unit: units[one.unit],
              number: one.number,
              gross: text(one.amount),
              commission: text(one.amount - one.net),
              on: one.on,
              account: accounts[one.account],
            })
    ),
    ...drawn.lines.map(
      (one) => () =>
        world.line({
          account: accounts[one.account],
          on: one.on,
          amount: text(one.amount),
          reference: one.text,
          identity: one.identity,
        })
    ),
  ]
  const order = steps
    .map((step, n) => ({ step, place: drawn.shuffle[n % 40]! * 100 + n }))
    .sort((a, b) => a.place - b.place)
  for (const [n, { step }] of order.entries()) {
    await step()
    for (const [after, month] of drawn.runsBetween) if (after === n) await world.run(month)
  }
  const model = modelOf(drawn)
  // Equal lines are told apart by the hash that the import gave them.
  const hashed = await world.rows<{
    id: number
    hash: string
    account: string
    on: string
    amount: string
    text: string
  }>(
    `SELECT l.id, HEX(l.identity) AS hash FROM bank_lines l JOIN unit_closure c ON c.descendant_id = l.unit_id AND c.ancestor_id = :gov`
  )
  const { createHash } = await import('node:crypto')
  for (const line of model.lines) {
    line.identity = createHash('md5').update(line.identity).digest('hex').toUpperCase()
    if (!hashed.some((row) => row.hash === line.identity)) throw new Error('line lost')
  }
  return { world, model }
}

const text = (piastres: number) => (piastres / 100).toFixed(2)
const NAME = "IF(u.code LIKE 'A%', 'A', 'B')"
const BELOW = 'JOIN unit_closure c ON c.descendant_id = u.id AND c.ancestor_id = :gov'
const LINE_KEY = `CONCAT_WS('/', LEFT(b.account_no, 1), l.booked_on, l.reference, l.amount, (SELECT COUNT(*) FROM bank_lines e
  WHERE e.bank_account_id = l.bank_account_id AND e.booked_on = l.booked_on AND e.reference = l.reference AND e.amount = l.amount AND e.identity <= l.identity))`

async function dispositions(world: ReconciliationWorld): Promise<string[]> {
  const rows = await world.rows<{ text: string }>(
    `SELECT CONCAT_WS(' ', ${NAME}, d.kind, COALESCE(x.payment_ref, CONCAT(k.book_no, '/', r.number), s.number, t.batch_no, ${LINE_KEY}), d.disposition) AS text
     FROM dispositions d JOIN units u ON u.id = d.unit_id ${BELOW}
     LEFT JOIN charges x ON d.kind = 'charge' AND x.id = d.fact_id
     LEFT JOIN receipts r ON d.kind = 'receipt' AND r.id = d.fact_id LEFT JOIN receipt_books k ON k.id = r.book_id
     LEFT JOIN deposit_slips s ON d.kind = 'slip' AND s.id = d.fact_id
     LEFT JOIN settlements t ON d.kind = 'settlement' AND t.id = d.fact_id
     LEFT JOIN bank_lines l ON d.kind = 'bank_line' AND l.id = d.fact_id LEFT JOIN bank_accounts b ON b.id = l.bank_account_id`
  )
  return rows.map((row) => row.text).sort()
}

async function differences(world: ReconciliationWorld): Promise<string[]> {
  const rows = await world.rows<{ text: string; type: string }>(
    `SELECT CONCAT_WS(' ', ${NAME}, LEFT(d.month, 7), d.code,
       IF(d.subject_type = 'bank_line', ${LINE_KEY}, d.subject_key), d.amount) AS text
     FROM differences d JOIN units u ON u.id = d.unit_id ${BELOW}
     LEFT JOIN bank_lines l ON d.subject_type = 'bank_line' AND l.id = d.subject_id LEFT JOIN bank_accounts b ON b.id = l.bank_account_id
     WHERE d.state <> 'cleared'`
  )
  return rows.map((row) => row.text).sort()
}

async function suggestions(world: ReconciliationWorld): Promise<string[]> {
  const rows = await world.rows<{ text: string }>(
    `SELECT CONCAT_WS(' ', ${NAME}, CONCAT(k.book_no, '/', r.number), x.payment_ref) AS text
     FROM match_suggestions m JOIN units u ON u.id = m.unit_id ${BELOW} JOIN receipts r ON r.id = m.left_id
     JOIN receipt_books k ON k.id = r.book_id JOIN charges x ON x.id = m.right_id
     WHERE m.leg = 'charge_receipt' AND m.state = 'open' AND m.rule = 'payer_amount'`
  )
  return rows.map((row) => row.text).sort()
}
