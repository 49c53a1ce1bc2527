import db from '@adonisjs/lucid/services/db'
import { formFacts, type Subtype } from '#registry/forms/fields'
import type { Formed } from '#registry/forms/form'
import { surveyFrom } from '#registry/forms/survey'
import { text, type Typed } from '#registry/forms/typed'
import { typedArea, typedFacts, typedSides } from '#registry/forms/typed_facts'
import { ProposalError } from '#registry/register/errors'

/** The class a new asset is of, as its form needs it. */
export interface FormClass {
  id: number
  name: string
  subtype: Subtype
  requiredFields: string[]
  requiredDocuments: string[]
  geometries: string[]
}

export async function formClass(id: number, locale: 'ar' | 'en'): Promise<FormClass | null> {
  if (!Number.isSafeInteger(id)) return null
  const row = await db.from('asset_classes').where('id', id).first()
  if (!row) return null
  const list = (value: unknown) =>
    (typeof value === 'string' ? JSON.parse(value) : value) as string[]
  return {
    id: Number(row.id),
    name: row[`name_${locale}`],
    subtype: row.subtype,
    requiredFields: list(row.required_fields),
    requiredDocuments: list(row.required_documents),
    geometries: list(row.geometries),
  }
}

/** What the form of a new asset comes to. @throws ProposalError */
export async function newAssetFrom(typed: Typed, kept: FormClass, unitId: number): Promise<Formed> {
  const surveyed = await surveyFrom(typed, unitId)
  const deed = typedArea(typed, 'deed')
  const survey = typedArea(typed, 'survey')
  const sides = typedSides(typed)
  const holder = text(typed, 'jurisdiction_name')
  const parent = text(typed, 'parent_code')
  const facts = {
    ...typedFacts(typed, formFacts(kept.subtype)),
    ...(deed ? { area_deed: deed } : {}),
    ...(survey ? { area_survey: survey } : {}),
    ...(sides ? { boundaries: sides } : {}),
    ...(holder ? { custody_jurisdiction: { name: holder } } : {}),
    ...(parent ? { parent_id: await parentOf(parent, unitId) } : {}),
  }
  return {
    proposal: { class_id: kept.id, facts, geometry: surveyed?.survey ?? null },
    surveyed,
    deedM2: deed?.m2 ?? null,
  }
}

async function parentOf(code: string, unitId: number): Promise<number> {
  const row = await db.from('assets').where({ code, unit_id: unitId }).select('id').first()
  if (row) return Number(row.id)
  throw new ProposalError(
    'parent_code',
    `لا يوجد في الوحدة أصل بالكود ${code}.`,
    `The unit has no asset with the code ${code}.`
  )
}
