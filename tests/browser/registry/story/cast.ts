import db from '@adonisjs/lucid/services/db'
import loadRegistryRules from '#database/reference/registry_rules'
import { toWgs84 } from '#registry/geo/grids'
import type User from '#identity/models/user'
import { PASSWORD } from '#tests/browser/support/desk'
import { aLimit, freshGround, rectangle, type Ground } from '#tests/support/parcels'
import { aPerson } from '#tests/support/people'
import { change, outputOf } from '#tests/support/register'
import { aUnit } from '#tests/support/units'

/** The people of the story, each with the one role that his step asks for. */
const PEOPLE = {
  officer: ['property_officer', 'هدى سالم'],
  head: ['property_head', 'عادل منصور'],
  surveyor: ['surveyor', 'حسن عبد الغني'],
  second: ['surveyor', 'مروة زكريا'],
  lawyer: ['legal_officer', 'نادية رشدي'],
  executor: ['removal_officer', 'عماد شحاتة'],
} as const

export type Part = keyof typeof PEOPLE

export interface Cast {
  unitId: number
  /** The south-west corner of the ground, in metres of the Red Belt. */
  ground: Ground
  people: Record<Part, User>
  /** The parcel that is recorded already, 80 by 60 metres, and its code. */
  recorded: { id: number; code: string; name: string }
  /** A point of the ground in degrees, by metres from its corner. */
  at(east: number, north: number): { longitude: number; latitude: number }
}

/** A city with its limits, one recorded parcel and everyone the story needs. */
export async function theCast(): Promise<Cast> {
  await db.transaction((trx) => loadRegistryRules(trx))
  const unitId = await aUnit(await aUnit())
  await db
    .from('units')
    .where('id', unitId)
    .update({ name_ar: 'مركز ومدينة سنورس', name_en: 'Sinnuris' })
  const ground = await freshGround()
  await aLimit(unitId, rectangle(ground, -2000, -2000, 9000, 7000))
  const people = {} as Record<Part, User>
  for (const part of Object.keys(PEOPLE) as Part[]) {
    const [role, fullName] = PEOPLE[part]
    people[part] = await aPerson({ unitId, roles: [role], fullName, password: PASSWORD })
  }
  const name = 'قطعة 16 حوض الناعورة'
  const made = await change({ unitId, maker: people.officer, checker: people.head }, 'create', {
    class: 'land.vacant',
    facts: { name, hod: 'حوض الناعورة', plot_no: '16', domain: 'private', use_actual: 'أرض فضاء' },
    geometry: rectangle(ground, 100, 100, 80, 60),
  })
  const id = await outputOf(made)
  const { code } = await db.from('assets').where('id', id).select('code').firstOrFail()
  const at = (east: number, north: number) => {
    const [longitude, latitude] = toWgs84([ground.east + east, ground.north + north], 22992)
    return { longitude, latitude }
  }
  return { unitId, ground, people, recorded: { id, code, name }, at }
}
