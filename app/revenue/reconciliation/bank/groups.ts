import { addDays } from '#core/days'
import { LINE, type BankRange } from '#revenue/reconciliation/bank/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** A group's members that the database's quick way did not settle: line and paper, by edge. */
interface Edge {
  line_id: number
  kind: number
  dep_id: number
}

/**
 * Joins edges to groups (`rw_member`): one line and one paper that know only each other at once, the
 * others by following the edges. `group_no` is a line of the group and means nothing outside the run.
 */
export async function joinGroups(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_member',
    `kind TINYINT NOT NULL, fact_id BIGINT UNSIGNED NOT NULL, group_no BIGINT UNSIGNED NOT NULL,
     rule VARCHAR(40) CHARACTER SET ascii NOT NULL, PRIMARY KEY (kind, fact_id), KEY (group_no)`,
    { wide: true }
  )
  await bench.table('rw_busy_line', 'line_id BIGINT UNSIGNED NOT NULL PRIMARY KEY')
  await bench.table(
    'rw_busy_dep',
    'kind TINYINT NOT NULL, dep_id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (kind, dep_id)'
  )
  await bench.run(
    'groups',
    'INSERT INTO rw_busy_line SELECT line_id FROM rw_edge GROUP BY line_id HAVING COUNT(*) > 1'
  )
  await bench.run(
    'groups',
    'INSERT INTO rw_busy_dep SELECT kind, dep_id FROM rw_edge GROUP BY kind, dep_id HAVING COUNT(*) > 1'
  )
  const alone = `FROM rw_edge e LEFT JOIN rw_busy_line l ON l.line_id = e.line_id
    LEFT JOIN rw_busy_dep d ON d.kind = e.kind AND d.dep_id = e.dep_id
    WHERE l.line_id IS NULL AND d.dep_id IS NULL`
  await bench.run(
    'groups',
    `INSERT INTO rw_member SELECT ${LINE}, e.line_id, e.line_id, 'deposit_reference' ${alone}`
  )
  await bench.run(
    'groups',
    `INSERT INTO rw_member SELECT e.kind, e.dep_id, e.line_id, 'deposit_reference' ${alone}`
  )
  const rest = await bench.rows<Edge>(
    `SELECT e.line_id, e.kind, e.dep_id FROM rw_edge e LEFT JOIN rw_member m ON m.kind = ${LINE} AND m.fact_id = e.line_id
     WHERE m.fact_id IS NULL`
  )
  await bench.fill('rw_member', ['kind', 'fact_id', 'group_no', 'rule'], components(rest))
}

/** Union-find over the edges; yields each member once with the number of its group. */
function* components(edges: Edge[]): Generator<[number, number, number, string]> {
  const parent = new Map<string, string>()
  const find = (node: string): string => {
    let root = node
    while (parent.get(root) !== root) root = parent.get(root)!
    for (let at = node; at !== root;) {
      const next = parent.get(at)!
      parent.set(at, root)
      at = next
    }
    return root
  }
  const join = (a: string, b: string) => {
    for (const node of [a, b]) if (!parent.has(node)) parent.set(node, node)
    parent.set(find(a), find(b))
  }
  for (const { line_id: line, kind, dep_id: dep } of edges) {
    join(`${LINE}/${line}`, `${kind}/${dep}`)
  }
  const numbers = new Map<string, number>()
  for (const { line_id: line } of edges) {
    const root = find(`${LINE}/${line}`)
    numbers.set(root, Math.min(numbers.get(root) ?? Infinity, line))
  }
  for (const node of parent.keys()) {
    const [kind, id] = node.split('/').map(Number)
    yield [kind!, id!, numbers.get(find(node))!, 'deposit_reference']
  }
}

/**
 * Whether a group of the month comes so near the end of the range that papers beyond it could belong to
 * it: then a longer range must be read.
 */
export async function reachesOut(bench: Workbench, range: BankRange): Promise<boolean> {
  const { before, after } = bench.rules.window('deposit_reference')
  const near = before + after + 1
  const days = { near_from: addDays(range.from, near), near_to: addDays(range.to, -near) }
  const out = 'NOT BETWEEN :near_from AND :near_to'
  return (
    (await bench.count(
      `SELECT EXISTS (
         SELECT 1 FROM (SELECT DISTINCT m.group_no FROM rw_member m
             LEFT JOIN rw_line l ON m.kind = ${LINE} AND l.id = m.fact_id
             LEFT JOIN rw_dep d ON d.kind = m.kind AND d.id = m.fact_id
           WHERE l.is_seed = 1 OR d.is_seed = 1) s
         JOIN rw_member m ON m.group_no = s.group_no
         LEFT JOIN rw_line l ON m.kind = ${LINE} AND l.id = m.fact_id
         LEFT JOIN rw_dep d ON d.kind = m.kind AND d.id = m.fact_id
         WHERE l.day ${out} OR d.day ${out}) AS n`,
      days
    )) > 0
  )
}
