import { createHash } from 'node:crypto'
import { Month } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import { SYSTEM, type Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { lockUnits } from '#revenue/reconciliation/locks'
import { judgeMonth } from '#revenue/reconciliation/judge/judge_month'
import { matchUnit } from '#revenue/reconciliation/match/match_unit'
import { readFigures, type RunFigures } from '#revenue/reconciliation/figures'
import { unitsToLock } from '#revenue/reconciliation/run_units'
import { forgetOutdated, outdatedBelow } from '#revenue/reconciliation/outdated'
import { RuleBook, type MatchRule } from '#revenue/reconciliation/rules'
import { Workbench, type Tell } from '#revenue/reconciliation/workbench'
import ReconciliationRun from '#revenue/models/reconciliation_run'

/** Refuses a taker that was overtaken; the first statement of each writing transaction. */
export type Guard = (trx: Trx) => Promise<void>

const UNGUARDED: Guard = async () => {}

/**
 * The work of one run of the reconciliation (docs/reconciliation.md), step by step: each step is one
 * transaction that can be repeated without doubling anything. `StartReconciliation` makes the run.
 */
export default class ReconcileMonth {
  /** Seconds per statement of the steps run by this object. */
  readonly timings: Record<string, number> = {}

  constructor(
    private readonly guard: Guard = UNGUARDED,
    private readonly tell?: Tell
  ) {}

  /** Legs 1 and 2 of one unit. */
  async match(runId: number, unitId: number): Promise<number> {
    return within(null, async (trx) => {
      await this.guard(trx)
      await lockUnits(trx, [unitId], { patient: true })
      const bench = await this.#bench(runId, trx)
      const changed = await bench.with(() => matchUnit(bench, unitId))
      // The last statement: the run's row is shared by all steps and held as briefly as can be.
      await trx.rawQuery(
        'UPDATE reconciliation_runs SET changed = COALESCE(changed, 0) + ? WHERE id = ?',
        [changed, runId]
      )
      this.#keep(bench)
      return changed
    })
  }

  /** Leg 3 and all that readers see; ends the run. Repeated after its end it gives the same figures. */
  async judge(runId: number, by: Actor = SYSTEM): Promise<RunFigures> {
    const units = await unitsToLock(runId)
    return within(null, async (trx) => {
      await this.guard(trx)
      await lockUnits(trx, units, { patient: true })
      const run = await ReconciliationRun.query({ client: trx })
        .where('id', runId)
        .forUpdate()
        .firstOrFail()
      if (run.state === 'done') return JSON.parse(run.figures!) as RunFigures

      const undone = await outdatedBelow(trx, run)
      const bench = await this.#bench(runId, trx)
      const figures = await bench.with(async () => {
        const changed = (run.changed ?? 0) + (await judgeMonth(bench, run.unitId))
        return readFigures(bench, { unit: await run.unitCode(trx), run: run.runNo, changed })
      })
      await forgetOutdated(trx, run.month, undone)
      await this.#finish(run, figures, { by, trx })
      this.#keep(bench)
      return figures
    })
  }

  async #bench(runId: number, trx: Trx): Promise<Workbench> {
    const [[row]] = await trx.rawQuery(
      'SELECT month, rules FROM reconciliation_runs WHERE id = ?',
      [runId]
    )
    const rules = (typeof row.rules === 'string' ? JSON.parse(row.rules) : row.rules) as MatchRule[]
    return new Workbench(trx, runId, Month.containing(row.month), new RuleBook(rules), this.tell)
  }

  async #finish(
    run: ReconciliationRun,
    figures: RunFigures,
    { by, trx }: { by: Actor; trx: Trx }
  ): Promise<void> {
    const text = JSON.stringify(figures)
    await trx.rawQuery(
      `UPDATE reconciliation_runs SET state = 'done', changed = ?, figures = ?, figures_hash = ?, error = NULL,
         finished_at = NOW(3) WHERE id = ?`,
      [figures.changed, text, createHash('sha256').update(text).digest(), run.id] as string[]
    )
    await Trail.record(
      {
        action: 'reconciliation.finished',
        unitId: run.unitId,
        subjectType: 'reconciliation_run',
        subjectId: run.id,
        label: `${figures.unit} ${figures.month} #${figures.run}`,
        after: {
          changed: figures.changed,
          inputs: figures.inputs,
          differences: figures.differences,
        },
      },
      { by, trx }
    )
  }

  #keep(bench: Workbench): void {
    for (const [step, seconds] of Object.entries(bench.timings)) {
      this.timings[step] = (this.timings[step] ?? 0) + seconds
    }
  }
}
