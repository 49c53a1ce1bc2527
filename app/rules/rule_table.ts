import type { Day } from '#core/days'
import type { Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { RecordShape, Shape } from '#rules/shapes'

/** What one rule is, among those of its table: `{ payment_type: 'supplies', kind: 'withholding' }`. */
export type RuleKey = Readonly<Record<string, string>>

/** A rule as it holds from a day to a day. */
export interface RuleVersion {
  id: number
  key: RuleKey
  /** How the rule is called. */
  name: Sentence
  values: unknown
  from: Day
  /** The first day on which it no longer holds; null while it holds. */
  to: Day | null
  legalReference: string
  /** False: came with the house and waits for a decision of its people. */
  confirmed: boolean
}

/** Why a rule may not begin, or end, on a day: what the sentence says stands in the way. */
export type Guard = (
  asked: { key: RuleKey; from: Day },
  trx: Trx
) => Promise<{ said: Sentence; cure?: Sentence } | null>

export interface NewVersion {
  key: RuleKey
  values: unknown
  from: Day
  legalReference: string
}

/**
 * A table of dated rules that people see and change: what identifies a rule, what it says, and what must
 * not be changed under papers that stand. Its domain defines it (`app/DOMAIN/rule_tables/`).
 */
export interface RuleTable {
  /** In addresses; its words are `rules.subjects.NAME`. */
  name: string
  /** Its heading on the page of subjects: `rules.groups.GROUP`. */
  group: 'budget' | 'accounts' | 'revenue' | 'registry'
  /** The table of the database, with `id`, `valid_from`, `valid_to`, `legal_reference`, `confirmed`. */
  table: string
  /** Versions of one rule, or of all, by rule and then by day; locked where they are to be changed. */
  versions(
    asked: { key?: RuleKey; lock?: boolean },
    trx: Pick<Trx, 'rawQuery'>
  ): Promise<RuleVersion[]>
  /** What may be typed for a rule; of a new rule when no values stand yet. */
  shape(key: RuleKey, values: unknown, trx: Pick<Trx, 'rawQuery'>): Promise<Shape> | Shape
  /** Parts of a value that the page of all rules shows; all of them on the page of one. */
  brief?: readonly string[]
  /** How a rule of a key is called before it has a version. */
  nameOf(key: RuleKey, values: unknown, trx: Pick<Trx, 'rawQuery'>): Promise<Sentence>
  insert(version: NewVersion, trx: Trx): Promise<number>
  /** What identifies a rule that does not exist yet; left out where none is added. */
  newKey?(trx: Pick<Trx, 'rawQuery'>): Promise<RecordShape>
  /** Whether a rule may end without another after it. */
  mayEnd: boolean
  guards: readonly Guard[]
  /** What the values must be together. @throws DomainError */
  judge?(values: unknown, key: RuleKey, trx: Pick<Trx, 'rawQuery'>): Promise<void> | void
}

/** One text for a key, the same whichever order its parts came in. */
export const keyText = (key: RuleKey): string =>
  Object.entries(key)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([part, value]) => `${part}=${value}`)
    .join('&')

export const holdsOn = ({ from, to }: Pick<RuleVersion, 'from' | 'to'>, on: Day) =>
  from <= on && (to === null || to > on)

const tables = new Map<string, RuleTable>()

/** Takes tables of a domain up, in the order in which people see them. */
export function registerRules(more: readonly RuleTable[], guards: readonly Guard[] = []): void {
  for (const table of more) {
    tables.set(table.name, { ...table, guards: [...table.guards, ...guards] })
  }
}

export const ruleTables = (): RuleTable[] => [...tables.values()]
export const ruleTable = (name: string): RuleTable | null => tables.get(name) ?? null
