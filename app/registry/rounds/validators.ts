import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { fiscalDate } from '#core/validators'
import { CUSTODIES } from '#registry/register/attributes'
import { DECISIONS } from '#registry/rounds/actions/decide_line'
import { MEMBER_ROLES, RESULTS, ROUND_KINDS } from '#registry/rounds/life'

const text = (max: number) => vine.string().trim().maxLength(max)
const id = () => vine.number().withoutDecimals().positive()

/** What narrows a round; places are written one a line. */
const scopeFields = {
  class_ids: vine.array(id()).optional(),
  unit_ids: vine.array(id()).optional(),
  places: text(4000).optional(),
  custody_kind: vine.enum(CUSTODIES).optional(),
  custody_holder: text(160).optional(),
  every_nth: vine.number().withoutDecimals().range([1, 1000]).optional(),
}

export const scopeForm = vine.create(scopeFields)

/** The form of a round; the committee is written one person a line. */
export const roundForm = vine.create({
  kind: vine.enum(ROUND_KINDS),
  title: text(200).minLength(3),
  cut_off_on: fiscalDate(),
  starts_on: fiscalDate(),
  ends_on: fiscalDate(),
  decision_no: text(60).minLength(1),
  decision_on: fiscalDate({ notAfterToday: true }),
  decision_authority: text(160).minLength(2),
  ...scopeFields,
  version: id().optional(),
  members: vine.array(
    vine.object({
      role: vine.enum(MEMBER_ROLES),
      name: text(190).optional(),
      title: text(160).optional(),
    })
  ),
})

export const teamForm = vine.create({
  name: text(120).minLength(2),
  user_ids: vine.array(id()).minLength(1),
  /** The team whose people or name change; a new one when left out. */
  team_id: id().optional(),
})

export const assignmentForm = vine.create({
  team_id: id(),
  by: vine.enum(['cell', 'street', 'unit', 'hand'] as const),
  areas: vine.array(text(200)).optional(),
  ids: vine.array(id()).optional(),
})

export const decisionForm = vine.create({
  decision: vine.enum(DECISIONS),
  note: text(500).optional(),
  asset_version: vine.number().withoutDecimals().positive().optional(),
})

/** Reasons by rule, for those that are let pass: `override[R2]`. */
export const approvalForm = vine.create({
  override: vine.record(text(400).optional()).optional(),
})

export const returnForm = vine.create({
  ids: vine.array(id()).maxLength(500).optional(),
  reason: text(500).minLength(5),
})

export const reasonForm = vine.create({ reason: text(500).minLength(5) })

/** The clock of a telephone; years apart from ours it is no clock. */
const MOMENT =
  /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

const capturedAt = () =>
  vine
    .string()
    .regex(MOMENT)
    .transform((value) => DateTime.fromISO(value, { zone: 'utc' }))

/** What a telephone sends of one finding. */
export const findingBody = vine.create({
  uuid: vine.string().uuid(),
  lineId: id().nullable(),
  result: vine.enum(RESULTS),
  facts: vine.record(vine.any()),
  classId: id().nullable().optional(),
  unitId: id().nullable().optional(),
  note: text(500).nullable().optional(),
  condition: vine.number().withoutDecimals().range([1, 5]).nullable().optional(),
  occupant: text(200).nullable().optional(),
  baseVersion: id().nullable(),
  lineVersion: id().nullable(),
  position: vine
    .object({
      latitude: vine.number().range([-90, 90]),
      longitude: vine.number().range([-180, 180]),
      accuracyM: vine.number().range([0, 1_000_000]),
      mocked: vine.boolean(),
    })
    .nullable(),
  photos: vine.number().withoutDecimals().range([0, 20]),
  deskReason: text(300).nullable().optional(),
  elsewhere: vine.boolean().optional(),
  capturedAt: capturedAt(),
})

export const photoBody = vine.create({
  uuid: vine.string().uuid(),
  finding: vine.string().uuid(),
  file: vine.file({ size: '25mb' }),
})
