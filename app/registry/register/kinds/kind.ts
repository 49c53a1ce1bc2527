import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import type { TrailFact } from '#audit/trail'
import type { Shape } from '#registry/geo/types'
import type { AssetRow } from '#registry/register/asset_row'
import type { GivenFacts } from '#registry/register/facts'
import { recordLineage, type Descent } from '#registry/register/lineage'
import { recordFacts, type Recording } from '#registry/register/record_facts'
import type { Finding, Moment } from '#registry/rules/finding'

/** The kinds of change that the register knows. */
export const CHANGE_KINDS = [
  'create',
  'split',
  'merge',
  'boundary',
  'custody',
  'allocation',
  'reclassify',
  'disposal',
  'correction',
  'verification',
  'cancellation',
] as const
export type ChangeKindName = (typeof CHANGE_KINDS)[number]

/** An asset that a change begins from, and the version the maker looked at (null: the present one). */
export interface ChangeInput {
  assetId: number
  baseVersion: number | null
}

export interface ChangeContext {
  /** Null while it is being proposed for the first time. */
  transactionId: number | null
  unitId: number
  effectiveOn: Day
  moment: Moment
  inputs: ReadonlyMap<number, AssetRow>
  by: Actor
  reason: string | null
  trx: Trx
}

/** What a change did: the assets it left behind. */
export interface Applied {
  outputs: number[]
}

/** One kind of change: how it is read, what it needs, what the rules say of it, what it does. */
export interface ChangeKind<Proposal = any> {
  /** Reads what is asked into its plain form, which is kept, fingerprinted and shown. @throws ProposalError */
  validate(proposal: unknown, asked: { unitId: number; trx: Trx }): Promise<Proposal>
  inputs(proposal: Proposal): ChangeInput[]
  /** Shapes it brings: changes of shape in one place take turns. */
  shapes?(proposal: Proposal): Shape[]
  /** Whether its inputs may have ended (a cancellation looks at what is no more). */
  ofEnded?: boolean
  judge(proposal: Proposal, context: ChangeContext): Promise<Finding[]>
  /** Runs inside the approval, its inputs held. */
  apply(proposal: Proposal, context: ApplyContext): Promise<Applied>
}

/** The hands of an approved change. */
export class ApplyContext implements ChangeContext {
  readonly moment = 'approval'
  /** Rows of the trail, written when all is done: the unit's head of the chain is locked last. */
  readonly trail: TrailFact[] = []

  constructor(
    readonly transactionId: number,
    readonly unitId: number,
    readonly effectiveOn: Day,
    readonly inputs: ReadonlyMap<number, AssetRow>,
    readonly by: Actor,
    readonly reason: string | null,
    readonly trx: Trx
  ) {}

  /** How facts of this change are recorded. */
  get recording(): Recording {
    const { effectiveOn: validFrom, transactionId, by, reason, trx, trail } = this
    return { validFrom, transactionId, by, reason, trx, trail }
  }

  /** Who came from whom; before rights follow, which may move along a descent only. */
  async descend(descents: readonly Omit<Descent, 'transactionId'>[]): Promise<void> {
    await recordLineage(descents, this.transactionId, this.trx)
  }

  async record(assetId: number, facts: GivenFacts, more: Partial<Recording> = {}): Promise<void> {
    await recordFacts(assetId, facts, { ...this.recording, ...more })
  }
}
