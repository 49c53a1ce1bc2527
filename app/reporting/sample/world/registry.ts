import { addDays } from '#core/fiscal'
import { CLASSES, GRADES, type SiteClass } from '#reporting/sample/classes'
import { firmName, mobile, nationalId, personName, STREETS } from '#reporting/sample/people'
import type { Random } from '#reporting/sample/random'
import type { Party, Site } from '#reporting/sample/facts'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

const SOURCES = ['لجنة الحصر', 'معاينة الإدارة', 'حملة تفتيش', 'بلاغ مواطن']

/** Sites of the unit without rights yet; what becomes of each is the stories' matter. */
export function makeSites(world: UnitWorld): void {
  const random = world.random.fork('sites')
  const serial = new Map<string, number>()
  const classes = CLASSES.map((kind) => [kind, kind.weight] as const)
  for (let left = world.portion(world.size.sites); left > 0; left--) {
    const kind = random.weighted(classes)
    const number = (serial.get(kind.prefix) ?? 0) + 1
    serial.set(kind.prefix, number)
    world.sites.push(makeSite(world, kind, number, random))
  }
  random.shuffle(world.sites)
}

function makeSite(world: UnitWorld, kind: SiteClass, number: number, random: Random): Site {
  const street = random.pick(STREETS)
  const width = measure(kind.size[0], random)
  const height = measure(kind.size[1], random)
  const near = (middle: number) => (middle + (random.next() - 0.5) * 0.05).toFixed(6)
  return {
    no: `${kind.prefix}-${String(number).padStart(5, '0')}`,
    kind,
    name: `${kind.nameAr} شارع ${street} رقم ${random.int(1, 250)}`,
    street: `شارع ${street}`,
    grade: random.weighted(GRADES.map((grade) => [grade, grade.weight] as const)),
    latitude: near(world.place.latitude),
    longitude: near(world.place.longitude),
    width: tenths(width),
    height: tenths(height),
    area: hundredths(width * height),
    inUse: null,
    inUseSource: null,
    inUseOn: null,
    rights: [],
  }
}

/** Somebody looked at the site on that day and saw it used or empty. */
export function lookedAt(site: Site, inUse: boolean, on: string, random: Random): void {
  site.inUse = inUse
  site.inUseOn = on
  site.inUseSource = random.pick(SOURCES)
}

/** A day in the half year before the sample begins. */
export function dayBefore(world: UnitWorld, random: Random): string {
  return addDays(world.calendar.first, -random.int(1, 180))
}

/** Who takes the site: somebody known to the unit in one of four cases. */
export function partyFor(world: UnitWorld, site: Site, random: Random): Party {
  if (world.parties.length > 5 && random.chance(0.25)) return random.pick(world.parties)
  const firm = random.chance(site.kind.prefix === 'AD' || site.kind.prefix === 'LD' ? 0.6 : 0.08)
  const party: Party = {
    no: String(10_001 + world.parties.length),
    name: firm ? firmName(random) : personName(random),
    kind: firm ? 'organisation' : 'person',
    nationalId: firm || random.chance(0.1) ? null : nationalId(random),
    taxNo: firm || random.chance(0.1) ? random.digits(9) : null,
    register: firm ? random.digits(5) : null,
    phone: mobile(random),
    address: `${random.int(1, 99)} شارع ${random.pick(STREETS)}، ${world.place.nameAr}`,
  }
  world.parties.push(party)
  return party
}

/** A size near the usual one, in tenths of a metre. */
function measure(usual: number, random: Random): number {
  return Math.max(5, random.int(usual * 7, usual * 13))
}

function tenths(value: number): string {
  return `${Math.floor(value / 10)}.${value % 10}`
}

function hundredths(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
}
