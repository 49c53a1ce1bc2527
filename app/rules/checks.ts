import type { Day } from '#core/days'
import type { Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import type { ChangeKind } from '#rules/models/rule_change'
import type { RuleKey, RuleTable, RuleVersion } from '#rules/rule_table'
import {
  confirmedAlready,
  doesNotEnd,
  endsLater,
  nothingChanges,
  notThere,
  overlaps,
  standsInTheWay,
} from '#rules/errors'

interface Asked {
  kind: ChangeKind
  key: RuleKey
  name: Sentence
  from: Day | null
  values: unknown
  /** The version it confirms; the others follow or end the last one. */
  baseId: number | null
}

/**
 * Whether a change may be, judged when it is proposed and again when it is approved: nothing of the past
 * is edited, no two versions hold on one day, and no paper and no locked month lies under the day.
 * @throws RuleChangeError
 */
export async function assertMayChange(
  table: RuleTable,
  versions: readonly RuleVersion[],
  { kind, key, name, from, values, baseId }: Asked,
  trx: Trx
): Promise<void> {
  if (kind === 'confirmation') {
    const one = versions.find(({ id }) => id === baseId)
    if (!one) throw notThere(name)
    if (one.confirmed) throw confirmedAlready(name)
    return
  }
  const last = versions.at(-1)
  if (last && from! <= last.from) throw overlaps(name, last.from)
  if (kind === 'end') {
    if (!table.mayEnd) throw doesNotEnd(name)
    if (!last || last.to !== null) throw notThere(name)
  } else {
    if (last?.to && from! < last.to) throw endsLater(name, last.to)
    const stays = last && last.to === null && sameValues(last.values, values)
    if (stays) throw nothingChanges(name)
    await table.judge?.(values, key, trx)
  }
  for (const guard of table.guards) {
    const found = await guard({ key, from: from! }, trx)
    if (found) throw standsInTheWay(name, found)
  }
}

/** Whether two values say the same, whatever the order of their parts and the zeros behind decimals. */
export function sameValues(one: unknown, other: unknown): boolean {
  return documentHash(plain(one)).equals(documentHash(plain(other)))
}

function plain(value: unknown): unknown {
  if (typeof value === 'string' && /^\d+\.\d+$/.test(value)) return value.replace(/\.?0+$/, '')
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value ?? null
  return Object.fromEntries(Object.entries(value).map(([part, inner]) => [part, plain(inner)]))
}
