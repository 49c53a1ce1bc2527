import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import type { RouteJSON } from '@adonisjs/core/types/http'
import { declarationOf, rowScopes, satisfies, type RowScope } from '#identity/access/declaration'
import { isShared } from '#identity/access/row_units'
import Role from '#identity/models/role'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'
import { BrowserOfMany, type Session } from '#tests/support/browser_of_many'
import { aPerson } from '#tests/support/people'
import { OTHER_PARAMS, RECORDS, WITHOUT_RECORD } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

/**
 * Every route of the application × every role × a record of {own unit, child, sibling, parent, other
 * governorate}: what the route's declaration promises against what the server answers. Generated from
 * the route table, so a new route is in it the moment it exists.
 */

const PLACES = ['own', 'child', 'sibling', 'parent', 'other'] as const
type Place = (typeof PLACES)[number]
const WITHIN: readonly Place[] = ['own', 'child']

interface Actor {
  code: string
  user: User | null
  permissions: ReadonlySet<Permission>
  readsOnly: boolean
}

type Expected = 'anonymous' | 'forbidden' | 'missing' | 'admitted'

interface Wrong {
  route: string
  role: string
  place: string
  expected: Expected
  got: string
}

const labelOf = (route: RouteJSON) => `${route.methods[0]} ${route.pattern} (${route.name})`
const isRead = (route: RouteJSON) => route.methods.includes('GET')

/** What an answer comes down to; programs (JSON) are told 401 instead of being shown the sign-in page. */
function verdict(status: number): Expected | `broken (${number})` {
  if (status === 401) return 'anonymous'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  if (status >= 500 || status === 405 || status === 419) return `broken (${status})`
  return 'admitted'
}

test.group('Access matrix', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('every route answers every role in every unit as its declaration says', async ({
    assert,
  }) => {
    const began = Date.now()
    const worked = process.cpuUsage()
    const routes = Object.values(router.toJSON()).flat()
    assert.deepEqual(unknownOf(routes), [], 'see tests/support/records.ts for how to add these')

    const units = await theUnits()
    const actors = await theActors(units.own)
    const records = new Records(units)
    const browser = await BrowserOfMany.open()
    const wrong: Wrong[] = []
    const written: string[] = []
    let cells = 0

    const check = async (
      route: RouteJSON,
      actor: Actor,
      place: string,
      expected: Expected,
      targets: Targets
    ) => {
      const session = await sessionOf(actor, route)
      const { status, text } = await browser.request(
        session,
        route.methods[0]!,
        targets.path,
        targets.fields
      )
      cells += 1
      const got = verdict(status)
      if (got !== expected) {
        wrong.push({ route: labelOf(route), role: actor.code, place, expected, got })
      }
      return text
    }

    /** Reads share a session; what changes something gets a fresh one, which it may end. */
    const sessions = new Map<string, Session>()
    const sessionOf = async (actor: Actor, route: RouteJSON) => {
      if (!isRead(route)) return browser.session(actor.user)
      const known = sessions.get(actor.code) ?? (await browser.session(actor.user))
      sessions.set(actor.code, known)
      return known
    }

    const marks = await records.standing()
    const shown = new ShownMarks(marks)
    const watch = watchWrites(written)
    for (const route of [...routes].sort((a, b) => Number(isRead(b)) - Number(isRead(a)))) {
      const declaration = declarationOf(route)!
      for (const actor of actors) {
        watch.begin(isRead(route) && actor.readsOnly ? `${actor.code}: ${labelOf(route)}` : null)
        if (declaration.for === 'everyone') {
          if (!isRead(route)) continue
          await check(route, actor, '-', 'admitted', await targetsOf(route, records, null))
          continue
        }
        if (declaration.for === 'signedIn') {
          const own = route.pattern.includes(':') ? 'missing' : 'admitted'
          const expected = actor.user ? own : 'anonymous'
          await check(route, actor, '-', expected, await targetsOf(route, records, null))
          continue
        }
        const holds = satisfies(declaration, (name) => actor.permissions.has(name))
        const door: Expected = !actor.user ? 'anonymous' : holds ? 'admitted' : 'forbidden'
        const scopes = rowScopes(declaration.scope)
        if (scopes.length === 0) {
          const inside = WITHOUT_RECORD.has(route.name ?? '') ? 'missing' : door
          const expected =
            door !== 'admitted' ? door : declaration.scope === 'everywhere' ? 'forbidden' : inside
          const targets = await targetsOf(route, records, null)
          const text = await check(route, actor, '-', expected, targets)
          if (declaration.scope === 'list' && isRead(route) && expected === 'admitted') {
            cells += PLACES.length
            shown.look(route, text, wrong, actor)
          }
          continue
        }
        const everywhere = scopes.every((scope) => isShared(scope.of))
        const refused: Promise<unknown>[] = []
        for (const place of PLACES) {
          const reach = everywhere || WITHIN.includes(place) ? 'admitted' : 'missing'
          const expected = door === 'admitted' ? reach : door
          const fresh = !isRead(route) && expected === 'admitted'
          const targets = await targetsOf(route, records, place, fresh)
          const checked = check(route, actor, place, expected, targets)
          // What is let in may open a transaction, which shares the test's one connection.
          if (expected === 'admitted') await checked
          else refused.push(checked)
        }
        await Promise.all(refused)
        // Without its optional unit such a page is a list over all that the person may see.
        if (isRead(route) && scopes.every((scope) => scope.optional)) {
          const targets = { path: pathOf(route, {}), fields: {} }
          const text = await check(route, actor, '-', door, targets)
          if (door === 'admitted') shown.look(route, text, wrong, actor)
        }
        // Each of several rows must be within reach: one inside does not carry one outside.
        if (scopes.length > 1 && door === 'admitted') {
          for (const [index, scope] of scopes.entries()) {
            if (isShared(scope.of)) continue
            const targets = await targetsOf(route, records, 'own', false, { index, to: 'sibling' })
            await check(route, actor, `${scope.param ?? scope.input}: sibling`, 'missing', targets)
          }
        }
      }
    }
    watch.end()

    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const cpu = process.cpuUsage(worked)
    const busy = ((cpu.user + cpu.system) / 1e6).toFixed(1)
    process.stdout.write(
      `\n  access matrix: ${routes.length} routes × ${actors.length} people = ${cells} cells, ` +
        `${wrong.length} wrong, ${written.length} writes by readers, ${seconds} s (${busy} s of processor)\n`
    )
    assert.deepEqual(wrong, [])
    assert.deepEqual(written, [], 'looking left a mark')
    assert.deepEqual(shown.neverShown(routes), [], 'these lists never showed a record within reach')
    assert.isAbove(cells, 1000)
  }).timeout(600_000)
})

/** Tables without a factory and parameters without a value, each named with its route. */
function unknownOf(routes: RouteJSON[]): string[] {
  return routes.flatMap((route) => {
    const declaration = declarationOf(route)
    if (!declaration) return [`${labelOf(route)} declares nothing`]
    if (declaration.for !== 'holders') return []
    const scopes = rowScopes(declaration.scope)
    const tables = scopes
      .filter((scope) => !RECORDS[scope.of])
      .map((scope) => `${labelOf(route)}: no factory for table ${scope.of}`)
    const named = new Set([
      ...scopes.map((scope) => scope.param),
      ...Object.keys(OTHER_PARAMS[route.name ?? ''] ?? {}),
    ])
    const params = [...route.pattern.matchAll(/:(\w+)(\?)?/g)]
      .filter(([, name, optional]) => !optional && !named.has(name))
      .map(([, name]) => `${labelOf(route)}: no value for :${name}`)
    return [...tables, ...params]
  })
}

async function theUnits(): Promise<Record<Place, number>> {
  const parent = await aUnit()
  const own = await aUnit(parent)
  return {
    parent,
    own,
    child: await aUnit(own),
    sibling: await aUnit(parent),
    other: await aUnit(await aUnit()),
  }
}

/** One person per role, granted in the own unit; one without a role; and nobody. */
async function theActors(unitId: number): Promise<Actor[]> {
  const roles = await Role.query().where('is_seeded', true).orderBy('id')
  const actors: Actor[] = []
  for (const role of roles) {
    const permissions = new Set(await role.permissions())
    const readsOnly = [...permissions].every((name) => /\.(read|see_identity)$/.test(name))
    const user = await aPerson({ unitId, roles: [role.code] })
    actors.push({ code: role.code, user, permissions, readsOnly })
  }
  const none: ReadonlySet<Permission> = new Set()
  actors.push({
    code: 'without a role',
    user: await aPerson({ unitId }),
    permissions: none,
    readsOnly: true,
  })
  actors.push({ code: 'nobody', user: null, permissions: none, readsOnly: true })
  return actors
}

/** Records per table and unit: one that stands for all reads, and fresh ones for what changes them. */
class Records {
  readonly #standing = new Map<string, number>()
  readonly #units: Record<Place, number>
  #made = 0

  constructor(units: Record<Place, number>) {
    this.#units = units
  }

  /** Makes the standing records of every table in every unit, and gives their marks. */
  async standing(): Promise<Map<string, { table: string; place: Place }>> {
    const marks = new Map<string, { table: string; place: Place }>()
    for (const [table, factory] of Object.entries(RECORDS)) {
      for (const place of PLACES) {
        const mark = `MK${table.replaceAll('_', '').toUpperCase().slice(0, 12)}${place.toUpperCase()}`
        const make = factory.standing ?? factory.make
        this.#standing.set(`${table}/${place}`, await make(this.#units[place], mark))
        marks.set(mark, { table, place })
      }
    }
    return marks
  }

  async value(scope: RowScope, place: Place, fresh: boolean): Promise<string> {
    const id = fresh
      ? await RECORDS[scope.of]!.make(this.#units[place], `fresh${place}${++this.#made}`)
      : this.#standing.get(`${scope.of}/${place}`)!
    if (!scope.by || scope.by === 'id') return String(id)
    const row = await db.from(scope.of).where('id', id).select(`${scope.by} as value`).firstOrFail()
    return String(row.value)
  }
}

interface Targets {
  path: string
  fields: Record<string, string>
}

async function targetsOf(
  route: RouteJSON,
  records: Records,
  place: Place | null,
  fresh = false,
  except?: { index: number; to: Place }
): Promise<Targets> {
  const declaration = declarationOf(route)!
  const scopes = declaration.for === 'holders' ? rowScopes(declaration.scope) : []
  const params: Record<string, string> = {}
  const fields: Record<string, string> = {}
  for (const [index, scope] of scopes.entries()) {
    const where = except?.index === index ? except.to : place!
    const value = await records.value(scope, where, fresh)
    if (scope.param) params[scope.param] = value
    else fields[scope.input!] = value
  }
  return { path: pathOf(route, params), fields }
}

/** The address with its parameters; one that nothing names gets an id that no record has. */
function pathOf(route: RouteJSON, params: Record<string, string>): string {
  const others = OTHER_PARAMS[route.name ?? ''] ?? {}
  return route.pattern
    .replace(/\/:\w+\?/g, '')
    .replace(/:(\w+)/g, (_, name) => params[name] ?? others[name] ?? '999999999999')
}

/** Marks seen on lists: those out of reach never, those within reach where a factory promises it. */
class ShownMarks {
  readonly #marks: ReadonlyMap<string, { table: string; place: Place }>
  readonly #seen = new Set<string>()
  readonly #looked = new Set<string>()

  constructor(marks: ReadonlyMap<string, { table: string; place: Place }>) {
    this.#marks = marks
  }

  look(route: RouteJSON, text: string, wrong: Wrong[], actor: Actor) {
    this.#looked.add(route.name ?? '')
    for (const [mark, { table, place }] of this.#marks) {
      if (!text.includes(mark)) continue
      if (WITHIN.includes(place)) this.#seen.add(`${route.name}/${table}`)
      else {
        wrong.push({
          route: labelOf(route),
          role: actor.code,
          place,
          expected: 'missing',
          got: `shows a row of ${table}`,
        })
      }
    }
  }

  /** Lists that should have shown a record within reach and never did: their silence proves nothing. */
  neverShown(routes: RouteJSON[]): string[] {
    const existing = new Set(routes.map((route) => route.name))
    return Object.entries(RECORDS).flatMap(([table, { lists = [] }]) =>
      lists
        .filter((name) => existing.has(name) && !this.#seen.has(`${name}/${table}`))
        .map((name) => `${name} (${table})`)
    )
  }
}

/** Notes statements that change something while a person who only reads looks at a page. */
function watchWrites(written: string[]) {
  let who: string | null = null
  const client = db.manager.get(db.primaryConnectionName)!.connection!.client!
  const note = ({ sql }: { sql: string }) => {
    if (who && /^\s*(insert|update|delete|replace|load|truncate)\b/i.test(sql)) {
      written.push(`${who}: ${sql.slice(0, 120)}`)
    }
  }
  client.on('query', note)
  return {
    begin: (name: string | null) => {
      who = name
    },
    end: () => client.removeListener('query', note),
  }
}
