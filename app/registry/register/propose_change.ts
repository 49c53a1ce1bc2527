import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { FiscalYear, type Day } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import RegisterTransaction from '#registry/models/register_transaction'
import { assertStanding, readAssets, type AssetRow } from '#registry/register/asset_row'
import { NoSuchAssetError, StaleAssetError } from '#registry/register/errors'
import { KINDS } from '#registry/register/kinds/index'
import type { ChangeInput, ChangeKindName } from '#registry/register/kinds/kind'
import { onlyOnce } from '#registry/register/findings'

/** The decision in the world by which a change is made. */
export interface WorldDecision {
  number?: string | null
  on?: Day | null
  authority?: string | null
  legalBasisId?: number | null
}

export interface AskedChange {
  unitId: number
  kind: ChangeKindName
  /** First day on which it holds in the world. */
  effectiveOn: Day
  /** What is asked, as its kind reads it (`app/registry/register/kinds/KIND.ts`). */
  proposal: unknown
  reason?: string | null
  decision?: WorldDecision
  /** Where it comes from: a round, a case, a right, a bulk edit; a page unless told. */
  source?: { type: string; id: number | null }
}

/**
 * Proposes a change of the register: read by its kind, judged by the rules (as warnings), numbered and
 * fingerprinted. Nothing of the register itself changes until another person approves.
 */
export default class ProposeChange {
  /** @throws ProposalError, NoSuchAssetError, AssetEndedError, StaleAssetError */
  async handle(
    asked: AskedChange,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<RegisterTransaction> {
    return within(outer, async (trx) => {
      const { unitId, kind, effectiveOn, decision = {} } = asked
      const way = KINDS[kind]
      const proposal = await way.validate(asked.proposal, { unitId, trx })
      const rows = await readAssets(
        way.inputs(proposal).map(({ assetId }) => assetId),
        trx
      )
      const inputs = basedOn(way.inputs(proposal), rows)
      for (const row of rows.values()) {
        if (row.unitId !== unitId) throw new NoSuchAssetError(row.id)
        if (!way.ofEnded) assertStanding(row)
      }
      const reason = asked.reason?.trim().slice(0, 500) || null
      const context = { transactionId: null, unitId, effectiveOn, inputs: rows, by, reason, trx }
      const findings = await way.judge(proposal, { ...context, moment: 'pending' })

      const fiscalYear = FiscalYear.current().label
      const made = new RegisterTransaction()
      made.useTransaction(trx)
      made.merge({
        unitId,
        fiscalYear,
        number: await nextNumber({ unitId, book: 'register', fiscalYear }, trx),
        kind,
        status: 'draft',
        effectiveOn,
        decisionNo: decision.number ?? null,
        decisionOn: decision.on ?? null,
        decisionAuthority: decision.authority ?? null,
        legalBasisId: decision.legalBasisId ?? null,
        reason,
        proposal: plain(proposal),
        findings: onlyOnce(findings),
        sourceType: asked.source?.type ?? 'page',
        sourceId: asked.source?.id ?? null,
        cancelsId: kind === 'cancellation' ? proposal.transaction_id : null,
        madeBy: by.id,
        madeAt: DateTime.fromJSDate(clock.now()),
        version: 1,
      })
      made.moveTo('proposed')
      made.proposedAt = made.madeAt
      made.documentHash = made.fingerprint(inputs)
      await made.save()
      await keepInputs(made.id, inputs, trx)
      await Trail.record(
        {
          action: 'register_transaction.proposed',
          unitId,
          subjectType: 'register_transaction',
          subjectId: made.id,
          label: `${kind} ${made.label}`,
          after: { kind, effectiveOn, inputs, documentHash: made.documentHash.toString('hex') },
          reason,
        },
        { by, trx }
      )
      return made
    })
  }
}

/** The versions it is made on: those the maker looked at, the present ones where he did not say. */
function basedOn(asked: readonly ChangeInput[], rows: ReadonlyMap<number, AssetRow>) {
  return asked.map(({ assetId, baseVersion }) => {
    const { code, version } = rows.get(assetId)!
    if (baseVersion !== null && baseVersion !== version) {
      throw new StaleAssetError(code, baseVersion, version)
    }
    return { assetId, baseVersion: version }
  })
}

async function keepInputs(transactionId: number, inputs: readonly ChangeInput[], trx: Trx) {
  for (const { assetId, baseVersion } of inputs) {
    await trx.rawQuery(
      "INSERT INTO transaction_assets (transaction_id, asset_id, part, base_version) VALUES (?, ?, 'input', ?)",
      [transactionId, assetId, baseVersion as number]
    )
  }
}

/** As it will be read back from the database: the fingerprint is of this. */
function plain(proposal: unknown): unknown {
  return JSON.parse(JSON.stringify(proposal))
}
