import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { factLabel } from '#registry/register/attributes'
import { parsedFacts, standingFacts } from '#registry/register/changes'
import type { Facts } from '#registry/register/facts'
import { atMoment, type Finding, type Moment } from '#registry/rules/finding'

/** What an asset still lacks of what its class asks. */
export interface Missing {
  fields: string[]
  documents: string[]
  /** Photographs still to be taken. */
  photos: number
  geometry: boolean
}

interface ClassDemands {
  required_fields: unknown
  required_documents: unknown
  geometries: unknown
  photos_required: number
}

/** What a class calls otherwise than the log. */
const ALIASES: Readonly<Record<string, string>> = { deed_area: 'area_deed' }

const list = (value: unknown) => parsedFacts(value) as unknown as string[]

/** What the class of an asset asks and the register does not have yet. */
export async function missingOf(assetId: number, trx: Trx, given?: Facts): Promise<Missing> {
  const facts = given ?? (await standingFacts(assetId, trx))
  const [[asked]] = await trx.rawQuery(
    'SELECT required_fields, required_documents, geometries, photos_required FROM asset_classes WHERE id = ?',
    [facts.class_id as number]
  )
  const demands = asked as ClassDemands
  const [papers] = await trx.rawQuery(
    `SELECT d.kind, COUNT(*) AS n FROM document_links l JOIN documents d ON d.id = l.document_id
     WHERE l.subject_type = 'asset' AND l.subject_id = ? GROUP BY d.kind`,
    [assetId]
  )
  const kept = new Map(
    (papers as { kind: string; n: number }[]).map((row) => [row.kind, Number(row.n)])
  )
  const [[shape]] = await trx.rawQuery(
    'SELECT COUNT(*) AS n FROM asset_geometries WHERE asset_id = ?',
    [assetId]
  )
  const lacksFact = (name: string) => {
    const value = facts[ALIASES[name] ?? name]
    return value === undefined || value === null || value === '' || value === 'unknown'
  }
  return {
    fields: list(demands.required_fields).filter(lacksFact),
    documents: list(demands.required_documents).filter((kind) => !kept.has(kind)),
    photos: Math.max(0, Number(demands.photos_required) - (kept.get('photo') ?? 0)),
    geometry:
      Number(shape.n) === 0 && lacksFact('latitude') && !list(demands.geometries).includes('none'),
  }
}

/** Rule R27: an asset without what its class asks (facts, papers, photographs, a place) is not verified. */
export async function judgeCompleteness(
  assetId: number,
  { moment, trx }: { moment: Moment; trx: Trx }
): Promise<Finding[]> {
  const missing = await missingOf(assetId, trx)
  const fields = missing.fields.map((name) => factLabel(ALIASES[name] ?? name))
  const lacks = [
    ...fields.map(({ ar, en }) => [ar, en] as const),
    ...missing.documents.map(
      (kind) => [`مستند ${DOCUMENTS[kind] ?? kind}`, `${kind} paper`] as const
    ),
    ...(missing.photos
      ? [[`${missing.photos} صورة`, `${missing.photos} photographs`] as const]
      : []),
    ...(missing.geometry ? [['الموقع أو الشكل', 'a place or shape'] as const] : []),
  ]
  if (lacks.length === 0) return []
  return [
    {
      rule: 'R27',
      severity: atMoment('critical', moment),
      messages: sentence(
        `لا يعتمد القيد «محققًا» وينقصه: ${lacks.map(([ar]) => ar).join('، ')}.`,
        `It cannot be verified without: ${lacks.map(([, en]) => en).join(', ')}.`
      ),
      cure: sentence(
        'استكمل البيانات والمستندات ثم أعد الطلب.',
        'Complete the facts and papers, then ask again.'
      ),
      facts: { ...missing },
      overridable: true,
    },
  ]
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  deed: 'سند الملكية',
  decree: 'القرار',
  minutes: 'المحضر',
  map: 'الخريطة المساحية',
  photo: 'الصورة',
  contract: 'العقد',
  judgment: 'الحكم',
  valuation: 'التقييم',
  licence: 'الترخيص',
  letter: 'الخطاب',
}
