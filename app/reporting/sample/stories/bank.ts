import { Money } from '#core/money'
import type { Day } from '#core/fiscal'
import type { BankWriter } from '#reporting/sample/world/bank'
import { mark, net, type BankLine, type Deposit } from '#reporting/sample/facts'
import type { SampleAccount } from '#reporting/sample/places'
import type { Quotas } from '#reporting/sample/quotas'
import type { Random } from '#reporting/sample/random'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/** Rule 7 looks no further than this many days after the slip. */
const WINDOW_AFTER = 10

/** What the bank shows of each deposit, and what it shows beside. */
export function tellBank(world: UnitWorld, quotas: Quotas, bank: BankWriter): void {
  new BankTeller(world, quotas, bank).tell()
}

class BankTeller {
  readonly #world: UnitWorld
  readonly #quotas: Quotas
  readonly #bank: BankWriter
  readonly #random: Random
  /** Day on which the bank would book each deposit. */
  readonly #credited = new Map<Deposit, Day>()

  constructor(world: UnitWorld, quotas: Quotas, bank: BankWriter) {
    this.#world = world
    this.#quotas = quotas
    this.#bank = bank
    this.#random = world.random.fork('bank-stories')
  }

  tell(): void {
    const random = this.#random
    for (const deposit of this.#world.deposits) {
      const later = random.weighted([
        [0, 35],
        [1, 40],
        [2, 17],
        [3, 8],
      ] as const)
      this.#credited.set(
        deposit,
        this.#world.calendar.working(this.#world.calendar.shift(deposit.day, later))
      )
    }
    const { deposits } = this.#world
    for (const deposit of deposits) if (!deposit.recorded) this.#unknown(deposit)
    this.#world.calendar.months.forEach((_, month) => {
      this.#notInBank(month)
      this.#differs(month)
      this.#elsewhere(month)
      this.#unexplained(month)
    })
    this.#together()
    for (const deposit of deposits) if (!deposit.banked) this.#ordinary(deposit)
    this.#returns()
  }

  /** One credit, or now and then two that name the same slip. */
  #ordinary(deposit: Deposit): void {
    if (this.#splits(deposit) && this.#random.chance(0.03)) {
      return void this.#inTwo(deposit, net(deposit))
    }
    this.#credit(deposit)
  }

  #splits(deposit: Deposit): boolean {
    return !deposit.commission && deposit.amount.compare(Money.of('400')) > 0
  }

  #credit(deposit: Deposit, amount = net(deposit), account = deposit.account): BankLine {
    deposit.banked = true
    return this.#bank.deposit([deposit], account, this.#credited.get(deposit)!, amount)
  }

  /** Two credits on different days, the second perhaps on another account. */
  #inTwo(deposit: Deposit, amount: Money, second = deposit.account): [BankLine, BankLine] {
    deposit.banked = true
    const day = this.#credited.get(deposit)!
    const part = Money.piastres((amount.piastres / 300n) * 100n)
    const later = this.#world.calendar.working(day, 1)
    return [
      this.#bank.deposit([deposit], deposit.account, day, part),
      this.#bank.deposit([deposit], second, later, amount.subtract(part)),
    ]
  }

  /** Several slips of one day in one credit that names them all; rarely not with their whole sum. */
  #together(): void {
    const days = new Map<string, Deposit[]>()
    for (const deposit of this.#world.deposits) {
      if (deposit.banked || deposit.commission) continue
      const key = `${deposit.day}|${deposit.method}`
      const list = days.get(key)
      if (list) list.push(deposit)
      else days.set(key, [deposit])
    }
    for (const list of days.values()) {
      if (list.length < 2 || !this.#random.chance(0.15)) continue
      const group = list.slice(0, this.#random.int(2, Math.min(4, list.length)))
      for (const deposit of group) deposit.banked = true
      const day = this.#credited.get(group[0]!)!
      const sum = Money.sum(group.map(net))
      const much = this.#random.chance(0.02) ? this.#little() : Money.zero
      const line = this.#bank.deposit(group, group[0]!.account, day, sum.add(much))
      if (much.isPositive()) mark(line, 'bank_amount_differs', much)
    }
  }

  /** The slip never came to the bank, or so late that nobody looks for it any more. */
  #notInBank(month: number): void {
    this.#quotas.plant('slip_not_in_bank', month, this.#of(month, 'slip'), (deposit) => {
      deposit.banked = true
      mark(deposit, 'slip_not_in_bank', net(deposit))
      const { calendar } = this.#world
      const late = calendar.working(
        calendar.shift(deposit.day, this.#random.int(WINDOW_AFTER + 1, 25))
      )
      if (this.#random.chance(0.2) && late <= calendar.last) {
        const line = this.#bank.deposit([deposit], deposit.account, late, net(deposit))
        mark(line, 'bank_credit_without_slip', line.amount)
      }
      return true
    })
  }

  /** The bank booked another amount; now and then on another account too, or in two credits. */
  #differs(month: number): void {
    this.#quotas.plant('bank_amount_differs', month, this.#of(month, 'credit'), (deposit) => {
      const much = this.#little()
      const less = this.#random.chance(0.6) && net(deposit).compare(much.add(much)) > 0
      const amount = less ? net(deposit).subtract(much) : net(deposit).add(much)
      const way = this.#random.weighted([
        ['plain', 7],
        ['astray', 1],
        ['two', 2],
      ] as const)
      if (way === 'two' && this.#splits(deposit)) {
        mark(this.#inTwo(deposit, amount)[0], 'bank_amount_differs', much)
        return true
      }
      const astray = way === 'astray' ? this.#otherAccount(deposit) : deposit.account
      const line = this.#credit(deposit, amount, astray)
      mark(line, 'bank_amount_differs', much)
      if (way === 'astray') mark(line, 'wrong_account', amount)
      return true
    })
  }

  /** The money went to another account of the governorate. */
  #elsewhere(month: number): void {
    this.#quotas.plant('wrong_account', month, this.#of(month, 'credit'), (deposit) => {
      const line = this.#credit(deposit, net(deposit), this.#otherAccount(deposit))
      mark(line, 'wrong_account', line.amount)
      return true
    })
  }

  #otherAccount(deposit: Deposit): SampleAccount {
    return this.#random.pick(
      this.#world.allAccounts.filter((account) => account !== deposit.account)
    )
  }

  #little(): Money {
    return Money.piastres(BigInt(this.#random.int(1, 90)) * 100n)
  }

  /** Money came, and no slip or batch says why. */
  #unexplained(month: number): void {
    const { first, last } = this.#world.calendar.months[month]!
    const days = this.#world.calendar.workingBetween(first, last)
    this.#quotas.plant('bank_credit_without_slip', month, days.concat(days, days, days), () => {
      const amount = Money.piastres(BigInt(this.#random.int(10, 900)) * 2500n)
      const line = this.#bank.transfer(
        this.#world.place.accounts.cash,
        this.#random.pick(days),
        amount
      )
      mark(line, 'bank_credit_without_slip', amount)
      return true
    })
  }

  /** A slip that was lost still brought its money. */
  #unknown(deposit: Deposit): void {
    const line = this.#credit(deposit)
    mark(line, 'bank_credit_without_slip', line.amount)
  }

  /** Cheques come back some days after they were credited. */
  #returns(): void {
    for (const receipt of this.#world.receipts) {
      if (!receipt.marks.some(({ code }) => code === 'returned_cheque')) continue
      const credited = this.#credited.get(receipt.deposit!)!
      const day = this.#world.calendar.working(credited, this.#random.int(2, 6))
      this.#bank.returnedCheque(receipt.deposit!.account, day, receipt)
    }
  }

  /** Untold deposits by the month of the slip, or by that of its credit, in random order. */
  #of(month: number, by: 'slip' | 'credit'): Deposit[] {
    return this.#untold()[by][month]!.filter((deposit) => !deposit.banked)
  }

  #pools: Record<'slip' | 'credit', Deposit[][]> | null = null

  #untold(): Record<'slip' | 'credit', Deposit[][]> {
    if (this.#pools) return this.#pools
    const { calendar } = this.#world
    const pools = {
      slip: calendar.months.map(() => []),
      credit: calendar.months.map(() => []),
    } as Record<'slip' | 'credit', Deposit[][]>
    for (const deposit of this.#random.shuffle([...this.#world.deposits])) {
      // A returned cheque was credited: its slip stays as it was.
      if (deposit.banked || deposit.receipts.some(({ chequeNo, taken }) => chequeNo && taken))
        continue
      pools.slip[calendar.monthOf(deposit.day)]?.push(deposit)
      pools.credit[calendar.monthOf(this.#credited.get(deposit)!)]?.push(deposit)
    }
    return (this.#pools = pools)
  }
}
