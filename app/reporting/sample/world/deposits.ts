import type { Day } from '#core/fiscal'
import { Money } from '#core/money'
import { mark, type Deposit, type Receipt } from '#reporting/sample/facts'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/** Electronic collectors with their commission. */
export const PROVIDERS = [
  { name: 'e-finance', file: 'efinance', commission: '0.006' },
  { name: 'Fawry', file: 'fawry', commission: '0.0095' },
] as const

/**
 * Hands the money over: each cashier's cash and cheques apart, the same day or the next working one;
 * electronic money in the provider's batch of the next working day.
 */
export function makeDeposits(world: UnitWorld): void {
  const random = world.random.fork('deposits')
  const late = new Map<string, boolean>()
  const groups = new Map<string, { day: Day; receipts: Receipt[] }>()
  for (const receipt of world.receipts) {
    if (receipt.money === 'kept') continue
    const electronic = receipt.method === 'electronic'
    const held = `${receipt.day}|${electronic ? receipt.provider : receipt.cashier}|${receipt.method}`
    if (!late.has(held)) late.set(held, electronic || random.chance(0.4))
    const day = world.calendar.working(receipt.day, late.get(held) ? 1 : 0)
    const key = `${day}|${electronic ? receipt.provider : receipt.cashier}|${receipt.method}`
    const group = groups.get(key)
    if (group) group.receipts.push(receipt)
    else groups.set(key, { day, receipts: [receipt] })
  }
  const ordered = [...groups.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  let slip = world.place.digit * 1_000_000 + random.int(1, 400) * 100
  for (const { day, receipts } of ordered) {
    const electronic = receipts[0]!.method === 'electronic'
    const deposit = electronic ? batch(world, day, receipts) : slipOf(world, day, receipts, ++slip)
    for (const receipt of receipts) receipt.deposit = deposit
    world.deposits.push(deposit)
  }
}

function slipOf(world: UnitWorld, day: Day, receipts: Receipt[], number: number): Deposit {
  return {
    number: String(number),
    account: world.place.accounts.cash,
    day,
    amount: Money.sum(receipts.map((receipt) => receipt.amount)),
    commission: null,
    provider: '',
    method: receipts[0]!.method,
    cashier: receipts[0]!.cashier,
    receipts,
    recorded: true,
    marks: [],
    taken: false,
    banked: false,
  }
}

function batch(world: UnitWorld, day: Day, receipts: Receipt[]): Deposit {
  const which = receipts[0]!.provider
  const provider = PROVIDERS[which]!
  const plain = day.replaceAll('-', '')
  const amount = Money.sum(receipts.map((receipt) => receipt.amount))
  return {
    number:
      which === 0 ? `EF${plain.slice(2)}${world.place.digit}` : `FWY-${plain}-${world.place.digit}`,
    account: world.place.accounts.electronic,
    day,
    amount,
    commission: amount.times(provider.commission, { round: 'half_up' }),
    provider: provider.name,
    method: 'electronic',
    cashier: -1,
    receipts,
    recorded: true,
    marks: [],
    taken: false,
    banked: false,
  }
}

/** The paper says another amount than its receipts; a batch's commission follows its gross. */
export function restate(deposit: Deposit, amount: Money): void {
  deposit.amount = amount
  if (!deposit.commission) return
  const provider = PROVIDERS.find(({ name }) => name === deposit.provider)!
  deposit.commission = amount.times(provider.commission, { round: 'half_up' })
}

/** The slip itself is nowhere: its receipts are in no recorded slip. */
export function lose(deposit: Deposit): void {
  deposit.recorded = false
  deposit.taken = true
  for (const receipt of deposit.receipts) mark(receipt, 'cash_not_deposited', receipt.amount)
}
