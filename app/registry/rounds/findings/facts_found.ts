import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type RoundLine from '#registry/models/round_line'
import { classOf } from '#registry/register/classes'
import { changedFacts, readFacts, type Facts } from '#registry/register/facts'
import { FieldRecordError } from '#registry/rounds/errors'
import { fieldFacts } from '#registry/rounds/field_facts'
import type { FindingInput } from '#registry/rounds/finding_input'
import { fieldFactsNow } from '#registry/rounds/queries/field_facts_now'
import { CAN_MOVE } from '#registry/rounds/queries/field_lines'

/**
 * What was found otherwise than the register has it; of an extra thing all that was told.
 * @throws FieldRecordError
 */
export async function factsFound(
  line: RoundLine,
  { facts: given, result, elsewhere }: FindingInput,
  trx: Trx
): Promise<Facts> {
  const { subtype } = await classOf({ id: line.classId }, trx)
  if (elsewhere) await assertMovable(line, trx)
  const asked = fieldFacts(subtype)
  const facts = readFacts(
    Object.fromEntries(Object.entries(given).filter(([name]) => asked.includes(name)))
  )
  if (result === 'extra') {
    if (facts.name) return facts
    throw new FieldRecordError(
      sentence('اكتب اسم ما وجدته أو وصفه.', 'Name what you found.'),
      sentence('سمّه كما يعرف في المكان.', 'Call it as it is known there.')
    )
  }
  if (result !== 'different' || !line.assetId) return {}
  const now = await fieldFactsNow(line.assetId, trx)
  const changed = changedFacts(now.facts, facts)
  if (elsewhere || Object.keys(changed).length > 0) return changed
  throw new FieldRecordError(
    sentence('لم تذكر ما يختلف عن السجل.', 'Nothing differs from the register.'),
    sentence('اكتب ما وجدته مختلفًا، أو اختر «موجود كما هو».', 'Say what differs, or «found».')
  )
}

/** Only what is recorded as a point moves by a finding; ground is measured by a boundary change. */
async function assertMovable(line: RoundLine, trx: Trx): Promise<void> {
  const [[row]] = await trx.rawQuery(
    `SELECT ${CAN_MOVE} AS ok FROM round_lines l JOIN asset_classes c ON c.id = l.class_id
       LEFT JOIN asset_shapes s ON s.asset_id = l.asset_id WHERE l.id = ?`,
    [line.id]
  )
  if (line.assetId !== null && Number(row?.ok) === 1) return
  throw new FieldRecordError(
    sentence(
      'هذا الأصل مسجل بحدوده، فلا ينقل موقعه من الميدان.',
      'This asset is recorded by its boundary; a finding does not move it.'
    ),
    sentence('اكتب ملاحظة، ويصحح حدّه برفع مساحي.', 'Write a note; a survey corrects its boundary.'),
    { what: 'elsewhere' }
  )
}
