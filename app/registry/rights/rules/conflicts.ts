import { fold } from '#core/arabic'
import { sentence, type Sentence } from '#core/domain_error'
import { differenceOf, distanceMetres } from '#registry/geo/overlay'
import { ellipsoidArea, fromDb, type Shape } from '#registry/geo/shape'
import type { Finding } from '#registry/rules/finding'
import { rowsOf, type RightCase } from '#registry/rights/rules/context'

/**
 * R11: no other right stands on the place in the time, on it or on what it is part of; the part asked
 * for fits into the asset, and the asset into its host; it is in service; and the activity is one of
 * those allowed there.
 */
export async function judgeConflicts(asked: RightCase): Promise<Finding[]> {
  return [
    ...outOfService(asked),
    ...(await standingRights(asked)),
    ...(await areaPart(asked)),
    ...(await activity(asked)),
    ...(await outsideHost(asked)),
  ]
}

function outOfService({ asset }: RightCase): Finding[] {
  if (asset.isCurrent !== false && asset.lifeStatus !== 'disposal') return []
  return [
    finding(
      sentence(
        'الأصل ليس في الخدمة: تصرف فيه أو جار التصرف فيه أو حل محله غيره.',
        'The asset is not in service: disposed of, being disposed of, or replaced.'
      ),
      sentence('راجع بطاقة الأصل.', 'Look at the card of the asset.'),
      { life: asset.lifeStatus }
    ),
  ]
}

/** Rights on the asset itself, on what it is part of and on its parts, held by others. */
async function standingRights({ right, asset, trx }: RightCase): Promise<Finding[]> {
  if (!right.takesSlot) return []
  const rows = await rowsOf(
    trx,
    `SELECT o.right_no, o.asset_id, o.valid_from, COALESCE(o.ended_on, o.valid_to) - INTERVAL 1 DAY AS valid_until, p.name
     FROM rights o JOIN parties p ON p.id = o.party_id
     JOIN assets a ON a.id = o.asset_id
     WHERE o.id <> :right AND NOT (o.id <=> :renewed)
       AND o.status IN ('approved', 'active', 'expiring', 'suspended', 'renewed')
       AND o.kind NOT IN ('easement', 'mortgage')
       AND o.valid_from < :to AND COALESCE(o.ended_on, o.valid_to) > :from
       AND (
         (o.asset_id = :asset AND (o.slot_no = :slot OR :slot IS NULL AND a.slots = 1
           OR :slot IS NULL AND o.slot_no IS NOT NULL OR o.slot_no IS NULL AND (a.slots = 1 OR o.made_by IS NOT NULL)))
         OR (o.asset_id = :parent AND o.slot_no IS NULL AND o.party_id <> :party AND (a.slots = 1 OR o.made_by IS NOT NULL))
         OR (a.parent_id = :asset AND :slot IS NULL AND o.party_id <> :party)
       )
     ORDER BY o.valid_from LIMIT 5`,
    {
      right: right.id ?? 0,
      renewed: right.renewedFromId,
      asset: right.assetId,
      parent: asset.parentId ?? 0,
      slot: right.slotNo,
      party: right.partyId,
      from: right.validFrom,
      to: right.validTo,
    }
  )
  return rows.map((row) =>
    finding(
      sentence(
        `الحق رقم ${row.right_no} لـ«${row.name}» قائم من ${row.valid_from} حتى ${row.valid_until}.`,
        `Right ${row.right_no} of «${row.name}» stands from ${row.valid_from} until ${row.valid_until}.`
      ),
      sentence(
        'اختر مدة بعد نهايته أو أنهه بقرار أولًا.',
        'Choose a time after its end, or end it by decision first.'
      ),
      { rightNo: row.right_no, from: row.valid_from, until: row.valid_until }
    )
  )
}

async function areaPart({ right, asset, trx }: RightCase): Promise<Finding[]> {
  if (right.areaPartM2 === null || asset.areaM2 === null) return []
  const [row] = await rowsOf(
    trx,
    `SELECT COALESCE(SUM(o.area_part_m2), 0) AS taken,
       COALESCE(SUM(o.area_part_m2), 0) + CAST(:part AS DECIMAL(16,3)) > CAST(:whole AS DECIMAL(16,3)) AS beyond
     FROM rights o WHERE o.asset_id = :asset AND o.id <> :right AND NOT (o.id <=> :renewed)
       AND o.status IN ('approved', 'active', 'expiring', 'suspended', 'renewed')
       AND o.valid_from < :to AND COALESCE(o.ended_on, o.valid_to) > :from`,
    {
      part: right.areaPartM2,
      whole: asset.areaM2,
      asset: right.assetId,
      right: right.id ?? 0,
      renewed: right.renewedFromId,
      from: right.validFrom,
      to: right.validTo,
    }
  )
  if (!row!.beyond) return []
  return [
    finding(
      sentence(
        `الجزء المطلوب ${right.areaPartM2} م²، ومساحة الأصل ${asset.areaM2} م² منها ${row!.taken} م² عليها حقوق.`,
        `The part asked for is ${right.areaPartM2} m²; of the asset's ${asset.areaM2} m², ${row!.taken} are under rights.`
      ),
      sentence('صحح المساحة في المسودة.', 'Correct the area in the draft.'),
      { part: right.areaPartM2, area: asset.areaM2, taken: row!.taken }
    ),
  ]
}

async function activity({ right, trx }: RightCase): Promise<Finding[]> {
  const [site] = await rowsOf(trx, 'SELECT activities FROM asset_sites WHERE asset_id = :asset', {
    asset: right.assetId,
  })
  const allowed: string[] | null =
    typeof site?.activities === 'string' ? JSON.parse(site.activities) : (site?.activities ?? null)
  if (!allowed || allowed.length === 0) return []
  const asked = right.activity ?? ''
  if (allowed.some((one) => fold(one) === fold(asked))) return []
  const list = allowed.join('، ')
  return [
    finding(
      asked
        ? sentence(
            `النشاط «${asked}» ليس من أنشطة الموقع.`,
            `«${asked}» is not an activity of the site.`
          )
        : sentence('لم يذكر النشاط.', 'The activity is not stated.'),
      sentence(`المسموح به: ${list}.`, `Allowed: ${list}.`),
      { asked, allowed }
    ),
  ]
}

function finding(messages: Sentence, cure: Sentence, facts: Finding['facts']): Finding {
  return { rule: 'R11', severity: 'critical', messages, cure, facts, overridable: false }
}

/** Ground in square metres that a site may stick out of its host before it is said: surveying noise. */
const NOISE_M2 = 1

/**
 * The site lies within the ground of what it is part of, where both are drawn: a kiosk of a square, a
 * board of a parcel.
 */
async function outsideHost({ asset, trx }: RightCase): Promise<Finding[]> {
  if (!asset.parentId) return []
  const rows = await rowsOf(
    trx,
    'SELECT asset_id, shape FROM asset_shapes WHERE asset_id IN (:asset, :parent)',
    { asset: asset.id, parent: asset.parentId }
  )
  const shapeOf = (id: number) => {
    const row = rows.find(({ asset_id: of }) => Number(of) === id)
    return row ? fromDb(row.shape) : null
  }
  const [site, host] = [shapeOf(asset.id), shapeOf(asset.parentId)]
  if (!site || !host || host.type === 'Point') return []
  const outside = site.type === 'Point' ? distanceMetres(site, host) : outsideArea(site, host)
  if (outside <= NOISE_M2) return []
  const unit = site.type === 'Point' ? ['مترًا', 'metres'] : ['م²', 'm²']
  const amount = outside.toFixed(1)
  return [
    finding(
      sentence(
        `الموقع خارج حدود الأصل الذي هو جزء منه بمقدار ${amount} ${unit[0]}.`,
        `The site lies ${amount} ${unit[1]} outside the asset it is part of.`
      ),
      sentence('صحح موضعه أو الأصل الذي يتبعه.', 'Correct its place, or what it is part of.'),
      { outside: amount, parentId: asset.parentId }
    ),
  ]
}

function outsideArea(site: Shape, host: Shape): number {
  const rest = differenceOf(site, host)
  return rest ? ellipsoidArea(rest) : 0
}
