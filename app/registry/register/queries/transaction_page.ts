import { DomainError, sentence, type Locale } from '#core/domain_error'
import type { Words } from '#core/lists/definition'
import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import type RegisterTransaction from '#registry/models/register_transaction'
import type { KeptFinding } from '#registry/models/register_transaction'
import { STEP_NAMES, neededSteps, stepsOf } from '#registry/register/custody_steps'
import { StaleAssetError } from '#registry/register/errors'
import { changeWords, namesOf, type FactWords } from '#registry/biography/fact_words'
import { KINDS } from '#registry/register/kinds/index'
import type { CustodyProposal } from '#registry/register/kinds/custody'
import type { ChangeInput, ChangeKindName } from '#registry/register/kinds/kind'
import { effectsOf, groundOf, type Effect } from '#registry/register/preview'
import { picture } from '#registry/register/shape_picture'
import { readAssets } from '#registry/register/asset_row'
import { keepPassed, onlyOnce } from '#registry/register/findings'
import { isAhead } from '#registry/register/held_change'

export interface EffectView {
  title: string
  url: string | null
  isNew: boolean
  facts: FactWords[]
  ground: { before: number | null; after: number | null }
}

/** What the page of a transaction shows: differences in words, what the rules say now, what comes next. */
export async function transactionPage(
  change: RegisterTransaction,
  { user, words, trx }: { user: User; words: Words; trx: Trx }
) {
  const { locale } = words
  const effects = await effectsOf(change, trx).catch(noEffects)
  const isOpen = change.status === 'proposed' || change.status === 'scheduled'
  const findings = isOpen ? await judgedNow(change, trx) : (change.findings ?? [])
  const steps = change.kind === 'custody' ? await stepViews(change, locale, trx) : null
  const may = mayDo(change, user)
  const to = (change.proposal as Partial<CustodyProposal>).to?.unit_id ?? null
  const receives = to === null || user.can('registry.assets.approve', to)
  const waitsForReceiver = steps?.next?.step === 'receiver' && !receives
  return {
    change,
    effects: await effectViews(effects, words, trx),
    picture: picture(
      // Where no ground changes there is nothing to compare.
      (effects.some(({ shapeAfter }) => shapeAfter) ? effects : []).flatMap(
        ({ shapeBefore, shapeAfter, assetId }, index) => [
          ...(shapeBefore ? [{ shape: shapeBefore, when: 'before', label: String(assetId) }] : []),
          ...(shapeAfter ? [{ shape: shapeAfter, when: 'after', label: String(index + 1) }] : []),
        ]
      )
    ),
    findings: findings.map((one) => ({ ...one, said: said(one, locale) })),
    stops: findings.some(({ severity, override }) => severity === 'critical' && !override),
    steps,
    may: { ...may, step: may.step && !waitsForReceiver, waitsForReceiver },
    failure: change.effectFailure && {
      said: said(change.effectFailure, locale),
      triedAt: change.effectTriedAt?.toJSDate() ?? null,
    },
    isAhead: isAhead(change),
    cancelledBy: await cancellationOf(change.id, trx),
  }
}

/** Who may do what with it now; the actions refuse the same things again. */
export function mayDo(change: RegisterTransaction, user: User) {
  const isOpen = change.status === 'proposed'
  const { unitId } = change
  const isMaker = change.madeBy === user.id
  const isScheduled = change.status === 'scheduled'
  // What failed on its day is decided anew, with reasons for what stands against it now.
  const isAnew = isScheduled && change.effectFailure !== null && !isAhead(change)
  const approves = !isMaker && user.can('registry.assets.approve', unitId)
  return {
    decide: (isOpen || isAnew) && approves,
    revoke: isScheduled && approves,
    waitsForOther: isOpen && isMaker && user.can('registry.assets.approve', unitId),
    override: (isOpen || isAnew) && !isMaker && user.can('registry.rules.override', unitId),
    withdraw: (isOpen || isScheduled) && isMaker,
    step: isOpen && change.kind === 'custody' && user.can('registry.assets.approve', unitId),
    cancel:
      change.status === 'approved' &&
      change.kind !== 'cancellation' &&
      user.can('registry.assets.manage', unitId),
    document: user.can('registry.documents.manage', unitId),
  }
}

/** A proposal on what has changed since may no longer be readable; the findings say why. */
function noEffects(error: unknown): Effect[] {
  if (error instanceof DomainError) return []
  throw error
}

/** As the rules would judge it at this moment, staleness included; overrides are asked at approval. */
export async function judgedNow(change: RegisterTransaction, trx: Trx): Promise<KeptFinding[]> {
  const way = KINDS[change.kind as ChangeKindName]
  const inputs = await inputsOf(change.id, trx)
  try {
    const rows = await readAssets(
      inputs.map(({ assetId }) => assetId),
      trx
    )
    const { unitId, effectiveOn, reason } = change
    const by = { id: change.madeBy, name: '' }
    const context = { transactionId: change.id, unitId, effectiveOn, inputs: rows, by, reason, trx }
    const judged = onlyOnce(await way.judge(change.proposal, { ...context, moment: 'approval' }))
    const findings = keepPassed(judged, change.findings ?? [])
    for (const { assetId, baseVersion } of inputs) {
      const row = rows.get(assetId)!
      if (row.version === baseVersion) continue
      findings.unshift(finding('R23', new StaleAssetError(row.code, baseVersion ?? 0, row.version)))
    }
    return findings
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [finding('R23', error)]
  }
}

function finding(rule: 'R23', error: DomainError): KeptFinding {
  const { messages, cure } = error
  return { rule, severity: 'critical', messages, cure, facts: {}, overridable: false }
}

async function inputsOf(id: number, trx: Trx): Promise<ChangeInput[]> {
  const [rows] = await trx.rawQuery(
    "SELECT asset_id, base_version FROM transaction_assets WHERE transaction_id = ? AND part = 'input' ORDER BY asset_id",
    [id]
  )
  return (rows as { asset_id: number; base_version: number }[]).map((row) => ({
    assetId: Number(row.asset_id),
    baseVersion: row.base_version,
  }))
}

async function effectViews(effects: readonly Effect[], words: Words, trx: Trx) {
  const changed = effects.map(({ before, after }) =>
    Object.entries(after)
      .filter(([name, value]) => value !== null || before[name])
      .map(([name, value]) => ({ name, before: before[name] ?? null, after: value }))
  )
  const names = await namesOf(changed.flat(), words)
  const codes = await codesOf(effects, trx)
  return effects.map(({ assetId, before, shapeBefore, shapeAfter }, index): EffectView => {
    const isNew = Object.keys(before).length === 0
    const code = assetId === null ? null : codes.get(assetId)
    return {
      title: code ?? words.t('registry.register.new_asset', { number: index + 1 }),
      url: assetId === null ? null : `/registry/assets/${assetId}`,
      isNew,
      facts: changed[index]!.map((one) => changeWords(one, names, words)),
      ground: { before: groundOf(shapeBefore), after: groundOf(shapeAfter) },
    }
  })
}

async function codesOf(effects: readonly Effect[], trx: Trx): Promise<Map<number, string>> {
  const ids = effects.flatMap(({ assetId }) => (assetId === null ? [] : [assetId]))
  if (ids.length === 0) return new Map()
  const rows = await trx.from('assets').whereIn('id', ids).select('id', 'code', 'name')
  return new Map(rows.map((row) => [Number(row.id), `${row.name} — ${row.code}`]))
}

async function stepViews(change: RegisterTransaction, locale: Locale, trx: Trx) {
  const done = new Map((await stepsOf(change.id, trx)).map((row) => [row.step, row]))
  const needed = await neededSteps(change, trx)
  const shown = change.status === 'approved' ? [...done.keys()] : needed
  const next = shown.find((step) => !done.has(step)) ?? null
  return {
    next: next && { step: next, name: STEP_NAMES[next][locale] },
    list: shown.map((step) => ({
      step,
      name: STEP_NAMES[step][locale],
      done: done.get(step) ?? null,
    })),
  }
}

async function cancellationOf(id: number, trx: Trx): Promise<{ id: number; label: string } | null> {
  const [[row]] = await trx.rawQuery(
    "SELECT id, number, fiscal_year FROM register_transactions WHERE cancels_id = ? AND status IN ('proposed', 'scheduled', 'approved') LIMIT 1",
    [id]
  )
  return row ? { id: Number(row.id), label: `${row.number} / ${row.fiscal_year}` } : null
}

function said({ messages, cure }: Pick<KeptFinding, 'messages' | 'cure'>, locale: Locale): string {
  const none = sentence('', '')
  return `${messages[locale]} ${(cure ?? none)[locale]}`.trim()
}
