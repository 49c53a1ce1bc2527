import db from '@adonisjs/lucid/services/db'
import type { Words } from '#core/lists/definition'
import { formatNumber, NOTHING } from '#core/web/format'
import { ATTRIBUTES, factLabel } from '#registry/register/attributes'

export interface FactWords {
  label: string
  before: string | null
  after: string
}

interface Changed {
  name: string
  before: unknown
  after: unknown
}

type Names = Map<string, string>

/** Facts that are ids, and the tables that name them. */
const NAMED: Readonly<Record<string, { table: string; column: string }>> = {
  unit_id: { table: 'units', column: 'name_LOCALE' },
  class_id: { table: 'asset_classes', column: 'name_LOCALE' },
  parent_id: { table: 'assets', column: 'code' },
}

/** The names behind the ids among changed facts, read once for all of them. */
export async function namesOf(changed: readonly Changed[], { locale }: Words): Promise<Names> {
  const names: Names = new Map()
  for (const [fact, { table, column }] of Object.entries(NAMED)) {
    const ids = changed
      .filter(({ name }) => name === fact)
      .flatMap(({ before, after }) => [before, after])
      .filter((id): id is number => typeof id === 'number')
    if (ids.length === 0) continue
    const named = column.replace('LOCALE', locale)
    const rows = await db
      .from(table)
      .whereIn('id', [...new Set(ids)])
      .select('id', `${named} as name`)
    for (const { id, name } of rows) names.set(`${fact} ${id}`, name)
  }
  return names
}

/** A changed fact as people read it: what it is called, what stood there and what stands there now. */
export function changeWords(
  { name, before, after }: Changed,
  names: Names,
  words: Words
): FactWords {
  return {
    label: factLabel(name)[words.locale],
    before: before === null ? null : factWords(name, before, names, words),
    after: factWords(name, after, names, words),
  }
}

/** One value of a fact in words. */
export function factWords(name: string, value: unknown, names: Names, words: Words): string {
  const { t, locale } = words
  if (value === null || value === undefined || value === '') return NOTHING
  const type = ATTRIBUTES[name]?.type.is
  if (NAMED[name]) return names.get(`${name} ${value}`) ?? String(value)
  if (type === 'flag') return t(value ? 'core.yes' : 'core.no')
  if (type === 'choice') return t(`registry.values.${name}.${value}`, undefined, String(value))
  const comma = locale === 'ar' ? '، ' : ', '
  if (Array.isArray(value)) {
    if (name !== 'boundaries') return value.join(comma)
    return (value as Record<string, any>[])
      .map((side) => `${t(`registry.sides.names.${side.side}`)}: ${sideWords(side)}`)
      .join(comma)
  }
  if (typeof value === 'object') {
    const fact = value as { name?: string; m2?: string; as_written?: string | null }
    if (fact.m2)
      return [
        `${formatNumber(fact.m2.replace(/\.?0+$/, ''))} ${t('registry.areas.m2_short')}`,
        fact.as_written,
      ]
        .filter(Boolean)
        .join(' — ')
    return fact.name ?? JSON.stringify(value)
  }
  return String(value)
}

function sideWords(side: Record<string, any>): string {
  return (
    [side.neighbour_text, side.length_survey_m ?? side.length_deed_m].filter(Boolean).join(' ') ||
    NOTHING
  )
}
