import type { Words } from '#core/lists/definition'
import type { Reader } from '#identity/access/visible'
import type { AssetFacts } from '#registry/biography/facts'
import { fieldGroups, formFacts, formField, type Subtype } from '#registry/forms/fields'
import type { Formed } from '#registry/forms/form'
import { mergeFrom, splitFrom } from '#registry/forms/parts'
import { surveyFrom } from '#registry/forms/survey'
import { text, type Typed } from '#registry/forms/typed'
import {
  correctedFacts,
  shownFact,
  typedArea,
  typedFacts,
  typedSides,
} from '#registry/forms/typed_facts'
import { sameSides, sidesTyped } from '#registry/forms/standing'
import { CUSTODIES } from '#registry/register/attributes'
import type { ChangeKindName } from '#registry/register/kinds/kind'

/** The asset a form is about, as the form needs it. */
export interface FormAsset {
  /** Who changes it: other assets that he names are within his reach too. */
  reader: Reader
  id: number
  code: string
  name: string
  unitId: number
  version: number
  subtype: Subtype
  requiredFields: string[]
  facts: AssetFacts
}

/** A form of one kind of change. */
export interface ChangeForm {
  kind: ChangeKindName
  icon: string
  /** What stands in its fields before anything is typed. */
  start(asset: FormAsset): Promise<Typed> | Typed
  /** What its template needs besides. */
  state(asset: FormAsset, words: Words): Promise<Record<string, unknown>> | Record<string, unknown>
  form(typed: Typed, asset: FormAsset): Promise<Formed>
}

const based = ({ id, version }: FormAsset, typed: Typed) => ({
  asset_id: id,
  base_version: text(typed, 'base_version') ?? version,
})

const empty = () => ({})

/** تصحيح بيانات */
const correction: ChangeForm = {
  kind: 'correction',
  icon: 'pencil',
  async start(asset) {
    const names = formFacts(asset.subtype, { correction: true })
    const standing = names.map((name) => [name, shownFact(asset.facts[name]) ?? ''])
    return { ...Object.fromEntries(standing), ...(await sidesTyped(asset.id)) }
  },
  state: ({ subtype, requiredFields }, words) => ({
    groups: fieldGroups(subtype, requiredFields, words, { correction: true }),
    hasGround: subtype === 'land' || subtype === 'building',
  }),
  async form(typed, asset) {
    const names = formFacts(asset.subtype, { correction: true })
    const facts = correctedFacts(typed, names, asset.facts)
    const deed = typedArea(typed, 'deed')
    if (deed) facts.area_deed = deed
    const sides = typedSides(typed)
    if (sides && !(await sameSides(asset.id, typed))) facts.boundaries = sides
    return { proposal: { ...based(asset, typed), facts }, deedM2: deed?.m2 }
  },
}

/** تعديل حدود: a new survey of the same ground */
const boundary: ChangeForm = {
  kind: 'boundary',
  icon: 'route',
  start: ({ id }) => sidesTyped(id),
  state: empty,
  async form(typed, asset) {
    const surveyed = await surveyFrom(typed, asset.unitId)
    const deed = typedArea(typed, 'deed')
    const survey = typedArea(typed, 'survey')
    const sides = typedSides(typed)
    const facts = {
      ...(deed ? { area_deed: deed } : {}),
      ...(survey ? { area_survey: survey } : {}),
      ...(sides && !(await sameSides(asset.id, typed)) ? { boundaries: sides } : {}),
    }
    const geometry = surveyed?.survey ?? null
    return { proposal: { ...based(asset, typed), geometry, facts }, surveyed, deedM2: deed?.m2 }
  },
}

const CLASSED = ['domain', 'life_status', 'criticality', 'security_class'] as const

/** إعادة تصنيف */
const reclassify: ChangeForm = {
  kind: 'reclassify',
  icon: 'tags',
  start: ({ facts }) => ({
    class_id: String(facts.class_id),
    slots: String(facts.slots ?? ''),
    ...Object.fromEntries(CLASSED.map((name) => [name, String(facts[name] ?? '')])),
  }),
  state: (_asset, words) => ({ fields: CLASSED.map((name) => formField(name, [], words)) }),
  async form(typed, asset) {
    const facts = correctedFacts(typed, [...CLASSED, 'class_id', 'slots'], asset.facts)
    const number = text(typed, 'undedication_no')
    const undedication = number && {
      number,
      on: text(typed, 'undedication_on'),
      authority: text(typed, 'undedication_authority'),
    }
    return {
      proposal: { ...based(asset, typed), facts, ...(undedication ? { undedication } : {}) },
    }
  },
}

/** نقل ولاية أو إدارة أو انتفاع أو عهدة */
const custody: ChangeForm = {
  kind: 'custody',
  icon: 'arrows-exchange',
  start: () => ({ custody_kind: 'jurisdiction' }),
  state: () => ({ custodies: CUSTODIES }),
  async form(typed, asset) {
    const to = { unit_id: text(typed, 'to_unit_id'), name: text(typed, 'to_name') }
    const proposal = {
      ...based(asset, typed),
      kind: text(typed, 'custody_kind'),
      to,
      moves_unit: text(typed, 'moves_unit') ?? '0',
      ...typedFacts(typed, ['site_no']),
    }
    return { proposal }
  },
}

/** تحقيق القيد */
const verification: ChangeForm = {
  kind: 'verification',
  icon: 'circle-check',
  start: () => ({ to: 'verified' }),
  state: () => ({ states: ['recorded', 'surveyed', 'verified', 'disputed'] }),
  form: async (typed, asset) => ({
    proposal: { ...based(asset, typed), to: text(typed, 'to') },
  }),
}

/** تقسيم */
const split: ChangeForm = {
  kind: 'split',
  icon: 'columns',
  start: empty,
  state: empty,
  form: async (typed, asset) => ({
    proposal: { ...based(asset, typed), ...(await splitFrom(typed, asset)) },
  }),
}

/** ضم */
const merge: ChangeForm = {
  kind: 'merge',
  icon: 'package',
  start: empty,
  state: empty,
  form: async (typed, asset) => ({ proposal: await mergeFrom(typed, asset) }),
}

/** The forms of changes to an asset that stands, in the order of the menu. */
export const CHANGE_FORMS: readonly ChangeForm[] = [
  correction,
  boundary,
  reclassify,
  custody,
  verification,
  split,
  merge,
]
