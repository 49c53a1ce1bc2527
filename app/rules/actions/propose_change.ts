import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import { assertMayChange } from '#rules/checks'
import { existsAlready, waitsAlready } from '#rules/errors'
import { topmostUnit } from '#rules/house'
import RuleChange, {
  referenceText,
  type ChangeKind,
  type LegalReference,
} from '#rules/models/rule_change'
import { keyText, type RuleKey, type RuleTable } from '#rules/rule_table'

export interface AskedChange {
  kind: ChangeKind
  key: RuleKey
  /** First day of the new version, or the first without the rule; none for a confirmation. */
  from?: Day | null
  /** What the rule is to say, read by its shape; of a new version alone. */
  values?: unknown
  /** The version that is confirmed. */
  versionId?: number
  /** A rule that does not exist yet: one that exists is refused. */
  isNew?: boolean
  legal: LegalReference
  reason: string
}

/** One person's proposal to change a dated rule; nothing changes until another approves it. */
export default class ProposeChange {
  /** @throws RuleChangeError */
  async handle(
    table: RuleTable,
    { kind, key, from = null, values = null, versionId, isNew, legal, reason }: AskedChange,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<RuleChange> {
    return within(outer, async (trx) => {
      const versions = await table.versions({ key, lock: true }, trx)
      const name = versions.at(-1)?.name ?? (await table.nameOf(key, values, trx))
      if (isNew && versions.length > 0) throw existsAlready(name)
      const base =
        kind === 'confirmation' ? versions.find(({ id }) => id === versionId) : versions.at(-1)
      const baseId = base?.id ?? null
      await assertMayChange(table, versions, { kind, key, name, from, values, baseId }, trx)
      const ruleKey = keyText(key)
      const waits = await RuleChange.query({ client: trx })
        .where({ subject: table.name, ruleKey, status: 'proposed' })
        .first()
      if (waits) throw waitsAlready(name, waits.id)
      const change = await RuleChange.create(
        {
          ...{ unitId: by.homeUnitId, subject: table.name, ruleKey, kind, baseId },
          ...{ nameAr: name.ar, nameEn: name.en, keyParts: key as never },
          oldValues: (base?.values ?? null) as never,
          newValues: (kind === 'version' ? values : null) as never,
          validFrom: kind === 'confirmation' ? null : from,
          ...{ legalText: legal.text, legalOn: legal.on, legalArticle: legal.article || null },
          legalReference: referenceText(legal),
          ...{ reason, status: 'proposed', madeBy: by.id },
        },
        { client: trx }
      )
      await Trail.record(
        {
          ...{ action: 'rule_change.proposed', unitId: await topmostUnit(trx) },
          ...{
            subjectType: 'rule_change',
            subjectId: change.id,
            label: name.ar,
            after: change.picture(),
            reason,
          },
        },
        { by: by.asActor(requestId), trx }
      )
      return change
    })
  }
}
