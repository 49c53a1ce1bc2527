import type User from '#identity/models/user'
import { CASE_KINDS, CASE_SOURCES, GROUNDS } from '#registry/encroachments/kinds'
import Asset from '#registry/models/asset'
import Document from '#registry/models/document'
import RoundFinding from '#registry/models/round_finding'
import RoundLine from '#registry/models/round_line'

/** What the form of a new case begins with, by its fields. */
export type FirstValues = Partial<Record<(typeof FIELDS)[number], string>>

const FIELDS = [
  ...['unit_id', 'source', 'source_ref', 'detected_on', 'kind', 'ground', 'occupier_name'],
  ...['asset_code', 'place', 'description', 'area_m2', 'epsg', 'order', 'corners', 'document_id'],
] as const

const CHOICES: Record<string, readonly string[]> = {
  source: CASE_SOURCES,
  kind: CASE_KINDS,
  ground: GROUNDS,
}

/**
 * The filled form, from where a person comes: `asset`, `document` or `finding` name a record that he may
 * see; what else the address says fills its field, and nothing is decided by it.
 */
export async function firstValues(
  said: Readonly<Record<string, unknown>>,
  user: User
): Promise<FirstValues> {
  const plain = (name: string) => (typeof said[name] === 'string' ? said[name] : '').slice(0, 1000)
  const given = Object.fromEntries(
    FIELDS.map((name) => [name, plain(name)]).filter(
      ([name, value]) => value && (CHOICES[name!]?.includes(value) ?? true)
    )
  )
  return {
    ...(await ofAsset(Number(plain('asset')), user)),
    ...(await ofFinding(Number(plain('finding')), user)),
    ...(await ofDocument(Number(plain('document')), user)),
    ...placeOf(Number(plain('lng')), Number(plain('lat'))),
    ...given,
  }
}

async function ofAsset(id: number, user: User): Promise<FirstValues> {
  const asset = id > 0 ? await Asset.visibleTo(user).where('assets.id', id).first() : null
  if (!asset) return {}
  const { code, unitId, name, street } = asset
  const place = [name, street].filter(Boolean).join(' — ')
  return { unit_id: String(unitId), asset_code: code, place }
}

/** What a team found on the ground: who was seen there, where and when. */
async function ofFinding(id: number, user: User): Promise<FirstValues> {
  const finding = id > 0 ? await RoundFinding.find(id) : null
  if (!finding) return {}
  const line = await RoundLine.visibleTo(user)
    .where('round_lines.id', finding.lineId)
    .preload('round')
    .first()
  if (!line) return {}
  const { note, occupant, longitude, latitude } = finding
  return {
    ...(line.assetId ? await ofAsset(line.assetId, user) : { unit_id: String(line.unitId) }),
    source: 'round',
    source_ref: `${line.round.label} — ${finding.id}`.slice(0, 80),
    detected_on: finding.capturedAt.toISODate()!,
    occupier_name: occupant ?? '',
    description: [line.name, note].filter(Boolean).join(' — '),
    ...placeOf(Number(longitude), Number(latitude)),
  }
}

/** A complaint, a letter or a photograph that was kept: the case takes it with it. */
async function ofDocument(id: number, user: User): Promise<FirstValues> {
  const document =
    id > 0
      ? await Document.visibleTo(user).where('documents.id', id).preload('links').first()
      : null
  if (!document) return {}
  const asset = document.links.find(({ subjectType }) => subjectType === 'asset')
  return {
    unit_id: String(document.unitId),
    ...(asset ? await ofAsset(Number(asset.subjectId), user) : {}),
    source: 'complaint',
    source_ref: document.number ?? '',
    description: document.title,
    document_id: String(document.id),
  }
}

/** A point in degrees, as the form reads it. */
function placeOf(lng: number, lat: number): FirstValues {
  if (!lng || !lat) return {}
  return { epsg: '4326', order: 'en', corners: `${lng.toFixed(7)} ${lat.toFixed(7)}` }
}
