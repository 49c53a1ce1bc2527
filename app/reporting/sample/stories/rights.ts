import { addMonths, type Month, type Day } from '#core/fiscal'
import { Money } from '#core/money'
import { periodAmount, type Billing } from '#reporting/sample/classes'
import { dayBefore, lookedAt, partyFor } from '#reporting/sample/world/registry'
import type { Party, Right, Site } from '#reporting/sample/facts'
import type { Random } from '#reporting/sample/random'
import type { Truth } from '#reporting/sample/truth'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/**
 * What becomes of each site: most are licensed and renewed in time; some are used without any right,
 * used on after their right ended, or given to two at once. These differences last for months, so
 * they are told to the truth here, once per month in which they hold.
 */
export function tellRights(world: UnitWorld, truth: Truth): void {
  const teller = new RightTeller(world, truth)
  const sites = [...world.sites]
  const months = world.calendar.months.length
  const total = world.size.sites
  const least = Math.ceil(42 / months)
  const stories: [number, (site: Site, place: number) => void][] = [
    [Math.max(least + 6, total * 0.012), (site, place) => teller.unlicensed(site, place)],
    [Math.max(least + 10, total * 0.015), (site, place) => teller.expired(site, place)],
    [Math.max(least + 4, total * 0.006), (site, place) => teller.double(site, place)],
    [total * 0.01, (site) => teller.terminated(site)],
    [total * 0.07, (site) => teller.vacant(site)],
  ]
  for (const [count, tell] of stories) {
    const rounded = Math.round(count)
    const before = Math.floor(rounded * world.slice.from)
    const own = world.portion(rounded)
    for (let index = 0; index < own; index++) {
      const site = sites.pop()
      if (site) tell(site, (before + index + 0.5) / rounded)
    }
  }
  for (const site of sites) teller.licensed(site)
}

const DAYS = [5, 10, 15, 20]

class RightTeller {
  readonly #world: UnitWorld
  readonly #truth: Truth
  readonly #random: Random
  readonly #months: readonly Month[]
  #serial = 0

  constructor(world: UnitWorld, truth: Truth) {
    this.#world = world
    this.#truth = truth
    this.#random = world.random.fork('rights')
    this.#months = world.calendar.months
  }

  /** In use, and nobody ever gave a right to it. `place` (0–1) spreads the findings over the months. */
  unlicensed(site: Site, place: number): void {
    const found = Math.floor(place * this.#months.length)
    lookedAt(site, true, this.#dayIn(found), this.#random)
    this.#tell('unlicensed_use', 'asset', site.no, found, this.#months.length, Money.zero)
  }

  /** The right ended and nobody left: before the sample in half of the cases, else during it. */
  expired(site: Site, place: number): void {
    const random = this.#random
    const count = this.#months.length
    const during = random.chance(0.5) && count > 1
    const ended = during ? 1 + Math.floor(place * (count - 1)) : 0
    const end = during
      ? this.#months[ended]!.first
      : this.#months[0]!.plus(-random.int(0, 14)).first
    const term = random.pick([12, 24])
    const right = this.#give(site, partyFor(this.#world, site, random), addMonths(end, -term), end)
    let from = ended
    if (random.chance(0.6)) {
      lookedAt(site, true, dayBefore(this.#world, random), random)
    } else {
      from = random.int(ended, Math.min(count - 1, ended + 3))
      lookedAt(site, true, this.#dayIn(from), random)
    }
    this.#world.expired.push(right)
    this.#tell('expired_right_in_use', 'asset', site.no, from, count, right.amount)
  }

  /** A second right is given while the first still runs. */
  double(site: Site, place: number): void {
    const random = this.#random
    const count = this.#months.length
    const first = this.#months[0]!.plus(-random.int(0, 11)).first
    this.#give(site, partyFor(this.#world, site, random), first, addMonths(first, count + 24))
    const begun = Math.floor(place * count)
    const from = this.#months[begun]!.plus(0).first
    const start = random.chance(0.3) ? `${from.slice(0, 8)}${random.pick(['10', '15'])}` : from
    const short = random.chance(0.25)
    const length = short ? 3 : count + 12
    const second = this.#give(
      site,
      partyFor(this.#world, site, random),
      start,
      addMonths(start, length)
    )
    lookedAt(site, true, dayBefore(this.#world, random), random)
    // A short one that began mid-month still covers the days before the same day of its last month.
    const last = begun + length + (start === from ? 0 : 1)
    this.#tell('double_right', 'right', second.no, begun, Math.min(count, last), second.amount)
  }

  /** Ended early, by decision, before the sample begins; the site is empty. */
  terminated(site: Site): void {
    const random = this.#random
    const end = this.#months[0]!.plus(-random.int(1, 10)).first
    const right = this.#give(site, partyFor(this.#world, site, random), addMonths(end, -7), end)
    right.status = 'terminated'
    lookedAt(site, false, dayBefore(this.#world, random), random)
  }

  vacant(site: Site): void {
    if (this.#random.chance(0.5))
      lookedAt(site, false, dayBefore(this.#world, this.#random), this.#random)
  }

  /** A chain of rights, each beginning on the day on which the one before ended. */
  licensed(site: Site): void {
    const random = this.#random
    const calendar = this.#world.calendar
    const term = random.pick(
      site.kind.prefix === 'MK' || site.kind.prefix === 'LD' ? [24, 36] : [12, 12, 24]
    )
    const fresh = random.chance(0.05)
    const begins = fresh
      ? random.int(0, this.#months.length - 1)
      : -random.int(0, term - 1) - (random.chance(0.12) ? term : 0)
    const month = this.#months[0]!.plus(begins)
    const day = random.chance(0.15) ? random.pick(DAYS) : 1
    const billing = random.weighted(site.kind.billing)
    const renews = random.chance(0.96)

    let party = partyFor(this.#world, site, random)
    let from: Day = `${month}-${String(day).padStart(2, '0')}`
    let right = this.#give(site, party, from, addMonths(from, term), billing)
    while (right.to <= calendar.last && (renews || right.to < calendar.first)) {
      from = right.to
      if (random.chance(0.1)) party = partyFor(this.#world, site, random)
      const dearer = right.amount.times('1.1', { round: 'half_up' })
      right = this.#give(site, party, from, addMonths(from, term), billing, dearer)
    }
    this.#look(site, site.rights[0]!.from, right.to)
  }

  /** Seen in use while the rights hold, or empty after they ended. */
  #look(site: Site, from: Day, to: Day): void {
    const random = this.#random
    const calendar = this.#world.calendar
    if (to <= calendar.last) return lookedAt(site, false, to, random)
    if (random.chance(0.1)) return
    const day = dayBefore(this.#world, random)
    lookedAt(site, true, day < from && from >= calendar.first ? from : day, random)
  }

  #give(site: Site, party: Party, from: Day, to: Day, billing?: Billing, amount?: Money): Right {
    const random = this.#random
    const kind = billing ?? random.weighted(site.kind.billing)
    const serial = `${from.slice(0, 4)}/${String(++this.#serial).padStart(5, '0')}`
    const right: Right = {
      no: site.kind.rightKind === 'lease' ? `ع-${serial}` : serial,
      site,
      party,
      from,
      to,
      status: 'active',
      billing: kind,
      amount: amount ?? periodAmount(site.kind, site.grade, kind, random),
    }
    site.rights.push(right)
    return right
  }

  #dayIn(month: number): Day {
    return this.#world.calendar.working(
      `${this.#months[month]}-${String(this.#random.int(2, 20)).padStart(2, '0')}`
    )
  }

  #tell(
    code: 'unlicensed_use' | 'expired_right_in_use' | 'double_right',
    type: 'asset' | 'right',
    key: string,
    from: number,
    before: number,
    amount: Money
  ): void {
    for (let month = from; month < before; month++) {
      this.#truth.add({ code, unit: this.#world.place.code, month, type, key, amount })
    }
  }
}
