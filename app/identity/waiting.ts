import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { visible, type Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'

/**
 * Papers of one kind that wait for one step: whose step it is, and what a line of the worklist says of
 * them. Every domain contributes its own (`app/DOMAIN/waiting.ts`); the page of them stands in reporting.
 * All SQL is written by us.
 */
export interface WaitingKind {
  /** Its name is `reporting.waiting.kinds.KIND`. */
  kind: string
  /** What is to be done: `reporting.waiting.steps.STEP`. */
  step: string
  permission: Permission
  /** `commitments AS m`, with what the columns need joined to it. */
  from: string
  where: string
  id: string
  unit: string
  /** As papers name it. */
  number: string
  about: string
  /** NULL where it is not about money. */
  amount: string
  since: string
  /** Columns of people who may not take this step: who made it, who signed before. */
  notBy: readonly string[]
  /** Address before the id. */
  path: string
  /** Leaves out what this person may not know of, where units alone do not say so. */
  narrow?: (query: DatabaseQueryBuilderContract, person: Reader) => unknown
}

/** What waits for a person, kind by kind, as one query of equal columns. */
export function waitingFor(
  person: Reader & { id: number },
  kinds: readonly WaitingKind[]
): DatabaseQueryBuilderContract {
  const [first, ...others] = kinds.map((kind) => waitingOf(person, kind))
  for (const other of others) void first!.unionAll(other as never)
  return first!
}

function waitingOf(person: Reader & { id: number }, kind: WaitingKind) {
  const query = visible(
    db.query().from(db.raw(kind.from) as never),
    person,
    kind.permission,
    kind.unit
  )
  void query.whereRaw(kind.where)
  kind.narrow?.(query, person)
  for (const column of kind.notBy) void query.whereRaw(`NOT (${column} <=> ?)`, [person.id])
  return query.select(
    db.raw(`CONCAT('${kind.kind}/${kind.step}/', ${kind.id}) AS row_key`),
    db.raw(`'${kind.kind}' AS kind, '${kind.step}' AS step`),
    db.raw(`CONCAT('${kind.path}', ${kind.id}) AS url, ${kind.unit} AS unit_id`),
    db.raw(`${kind.number} AS number, ${kind.about} AS about, ${kind.amount} AS amount`),
    db.raw(`${kind.since} AS since`)
  )
}
