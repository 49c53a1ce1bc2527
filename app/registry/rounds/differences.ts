import { dayOf } from '#core/days'
import type RoundLine from '#registry/models/round_line'
import type { Facts } from '#registry/register/facts'
import type { ChangeKindName } from '#registry/register/kinds/kind'
import type { AskedChange } from '#registry/register/propose_change'

type Change = Pick<AskedChange, 'kind' | 'effectiveOn' | 'proposal'>

/**
 * What a decided line asks of the register, null when it asks nothing: a corrected record, a lost asset,
 * a disputed record, or a new one. It holds from the day on which the team saw it. The line's finding
 * and class must be loaded.
 */
export function differenceOf(line: RoundLine): Change | null {
  const { finding } = line
  const facts = finding.facts as Facts
  const change = (kind: ChangeKindName, proposal: object): Change => ({
    kind,
    effectiveOn: dayOf(finding.capturedAt.toJSDate()),
    proposal,
  })
  const input = { asset_id: line.assetId, base_version: line.decidedVersion }
  switch (line.status) {
    case 'not_found':
      return change('disposal', { ...input, how: 'loss', to: null })
    case 'disputed':
      return line.assetId ? change('verification', { ...input, to: 'disputed' }) : null
    case 'verified':
      if (line.outcome === 'extra' && line.assetId === null) {
        return change('create', {
          class_id: line.classId,
          facts,
          geometry: (line.class.geometries as string[]).includes('none') ? null : pointOf(finding),
        })
      }
      if (line.outcome !== 'different') return null
      return change('correction', {
        ...input,
        facts,
        ...(finding.isElsewhere ? { geometry: pointOf(finding) } : {}),
      })
    default:
      return null
  }
}

/** The spot where an extra thing stands, as the telephone measured it. */
function pointOf({ latitude, longitude, accuracyM }: RoundLine['finding']) {
  if (latitude === null || longitude === null) return null
  return {
    shape: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] },
    source_srid: 4326,
    source_coords: `${latitude}, ${longitude}`,
    method: 'handheld',
    accuracy_m: accuracyM,
  }
}
