import { Month, type Day } from '#core/fiscal'
import { Money } from '#core/money'
import { STEP } from '#reporting/sample/classes'
import type { Charge, Right, Site } from '#reporting/sample/facts'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/** Fees beside the rents, for sites somebody asks about: code, name, pounds from and to. */
const FEES = [
  ['INSPECT', 'رسم معاينة', 100, 600],
  ['APPLY', 'رسم طلب', 50, 150],
] as const

const FEES_PER_SITE = 0.006

/** A charge for every billing period of every right that begins in a month of the sample. */
export function makeCharges(world: UnitWorld): void {
  const references = new References(world)
  const random = world.random.fork('charges')
  for (const [index, month] of world.calendar.months.entries()) {
    const charges = world.charges[index]!
    for (const site of world.sites) {
      for (const right of site.rights) {
        const begins = periodBeginning(right, month)
        if (!begins) continue
        const due = Math.min(24, Number(begins.slice(8)) + random.int(4, 9))
        charges.push({
          ref: references.next(index),
          head: site.kind.head,
          headAr: site.kind.headAr,
          right,
          site,
          party: right.party,
          period: month.first,
          due: `${month}-${String(due).padStart(2, '0')}`,
          amount: right.amount,
          mark: null,
        })
      }
    }
    makeFees(world, index, charges, references)
  }
}

/**
 * The first day of the billing period that begins in the month, or null: periods begin in the month
 * of `from` and then every 1, 3 or 12 months, on the same day, while the right lasts.
 */
function periodBeginning(right: Right, month: Month): Day | null {
  const start = Month.containing(right.from)
  const apart = (month.year - start.year) * 12 + month.number - start.number
  if (apart < 0 || apart % STEP[right.billing] !== 0 || right.status !== 'active') return null
  const day = `${month}-${right.from.slice(8)}`
  return day < right.to ? day : null
}

function makeFees(
  world: UnitWorld,
  index: number,
  charges: Charge[],
  references: References
): void {
  const random = world.random.fork(`fees-${index}`)
  const held: Site[] = world.sites.filter((site) => site.rights.length > 0)
  for (let left = Math.round(held.length * FEES_PER_SITE); left > 0; left--) {
    const [head, headAr, least, most] = random.pick(FEES)
    const site = random.pick(held)
    const month = world.calendar.months[index]!
    charges.push({
      ref: references.next(index),
      head,
      headAr,
      right: null,
      site,
      party: site.rights[0]!.party,
      period: month.first,
      due: `${month}-${String(random.int(8, 20)).padStart(2, '0')}`,
      amount: Money.piastres(BigInt(random.int(least / 5, most / 5)) * 500n),
      mark: null,
    })
  }
}

/** Payment references of 14 digits: governorate, unit, year and month, serial, check digit. */
export class References {
  readonly #world: UnitWorld
  readonly #serial: number[]

  constructor(world: UnitWorld, first = 1) {
    this.#world = world
    this.#serial = world.calendar.months.map(() => first - 1)
  }

  next(month: number): string {
    const serial = ++this.#serial[month]!
    const period = this.#world.calendar.months[month]!.toString().slice(2).replace('-', '')
    const body = `23${this.#world.place.digit}${period}${String(serial).padStart(6, '0')}`
    let sum = 0
    for (let index = 0; index < body.length; index++) sum += Number(body[index]) * (1 + (index % 2))
    return `${body}${(10 - (sum % 10)) % 10}`
  }
}
