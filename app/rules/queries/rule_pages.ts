import db from '@adonisjs/lucid/services/db'
import { addDays, today, type Day } from '#core/days'
import type { Words } from '#core/lists/definition'
import RuleChange from '#rules/models/rule_change'
import { holdsOn, keyText, type RuleTable, type RuleVersion } from '#rules/rule_table'
import { briefShape } from '#rules/shapes'
import { shownValues, type ShownLine } from '#rules/show_values'

/** How a version stands on a day, as its badge says it. */
export type Standing = 'in_force' | 'to_confirm' | 'to_come' | 'past'

export interface ShownVersion {
  id: number
  name: string
  lines: ShownLine[]
  from: Day
  /** Its last day; null while it holds. */
  until: Day | null
  legalReference: string
  standing: Standing
}

export const STANDING_TONES = {
  ...{ in_force: 'success', to_confirm: 'warning', to_come: 'info', past: 'neutral' },
} as const

export async function shownVersion(
  table: RuleTable,
  version: RuleVersion,
  { words, on = today(), brief }: { words: Words; on?: Day; brief?: readonly string[] }
): Promise<ShownVersion> {
  const { id, key, name, values, from, to, legalReference, confirmed } = version
  const shape = await table.shape(key, values, db as never)
  const standing =
    from > on ? 'to_come' : to !== null && to <= on ? 'past' : confirmed ? 'in_force' : 'to_confirm'
  return {
    ...{ id, name: name[words.locale], from, legalReference, standing },
    lines: shownValues(briefShape(shape, brief), values, words),
    until: to === null ? null : addDays(to, -1),
  }
}

/** Rules of a table that hold on a day, those not yet begun where no version holds, and what waits. */
export async function subjectPage(table: RuleTable, words: Words, on: Day) {
  const all = await table.versions({}, db as never)
  const inForce = all.filter((version) => holdsOn(version, on))
  const known = new Set(inForce.map(({ key }) => keyText(key)))
  const others = new Map<string, RuleVersion>()
  for (const version of all) {
    if (!known.has(keyText(version.key))) others.set(keyText(version.key), version)
  }
  const shown = (versions: Iterable<RuleVersion>) =>
    Promise.all(
      [...versions].map((one) => shownVersion(table, one, { words, on, brief: table.brief }))
    )
  return {
    inForce: await shown(inForce),
    others: await shown(others.values()),
    waiting: await RuleChange.query()
      .where({ subject: table.name, status: 'proposed' })
      .orderBy('id'),
  }
}

/** A rule with all its versions, the newest first, and every change that was asked of it. */
export async function rulePage(table: RuleTable, id: number, words: Words) {
  const all = await table.versions({}, db as never)
  const one = all.find((version) => version.id === id)
  if (!one) return null
  const own = all.filter(({ key }) => keyText(key) === keyText(one.key))
  const changes = await RuleChange.query()
    .where({ subject: table.name, ruleKey: keyText(one.key) })
    .orderBy('id', 'desc')
  const history = await Promise.all(own.map((version) => shownVersion(table, version, { words })))
  return {
    one,
    last: own.at(-1)!,
    now: history.find((_, at) => holdsOn(own[at]!, today())) ?? null,
    unconfirmed: own.findLast((version) => !version.confirmed && holdsOn(version, today())) ?? null,
    history: history.reverse(),
    changes,
    waits: changes.find(({ status }) => status === 'proposed') ?? null,
  }
}

/** How many rules of each table wait for a decision of the house's people. */
export async function unconfirmedCounts(
  tables: readonly RuleTable[]
): Promise<Map<string, number>> {
  const counts = tables.map(async (table) => {
    const versions = await table.versions({}, db as never)
    const open = versions.filter((one) => !one.confirmed && holdsOn(one, today()))
    return [table.name, open.length] as const
  })
  return new Map(await Promise.all(counts))
}

/** What a change would say beside what stands: every line, with those that differ marked. */
export async function comparison(change: RuleChange, table: RuleTable, words: Words) {
  const key = change.keyParts as never
  const lines = async (values: unknown): Promise<ShownLine[]> =>
    values === null ? [] : shownValues(await table.shape(key, values, db as never), values, words)
  const before = await lines(change.oldValues)
  const after = change.kind === 'version' ? await lines(change.newValues) : []
  const labels = [...new Set([...before, ...after].map(({ label }) => label))]
  const textOf = (all: readonly ShownLine[], label: string) =>
    all.find((line) => line.label === label)?.text ?? null
  return labels.map((label) => {
    const [old, made] = [textOf(before, label), textOf(after, label)]
    return { label, before: old, after: made, differs: change.kind === 'version' && old !== made }
  })
}
