import { sentence } from '#core/domain_error'
import { FieldRecordError } from '#registry/rounds/errors'
import type { FindingInput } from '#registry/rounds/finding_input'

/**
 * R21 where it refuses: a made-up position, or none at all without a reason.
 * @throws FieldRecordError
 */
export function refuseUnproven({ position, deskReason, result }: FindingInput): void {
  if (position?.mocked) {
    throw new FieldRecordError(
      sentence(
        'الموقع المسجل من تطبيق يزيّف المواقع.',
        'The position comes from an application that makes positions up.'
      ),
      sentence('أوقف تزييف الموقع وسجل من المكان.', 'Turn it off and record on the spot.'),
      { what: 'mocked' }
    )
  }
  if (deskReason && result === 'not_found') {
    throw new FieldRecordError(
      sentence('لا يثبت عدم الوجود من المكتب.', 'A desk check does not prove that it is gone.'),
      sentence('زر المكان.', 'Visit the place.'),
      { what: 'desk_not_found' }
    )
  }
  if (position || (deskReason && deskReason.trim().length >= 5)) return
  throw new FieldRecordError(
    sentence('لا موقع مسجل ولا سبب لعدم الزيارة.', 'There is neither a position nor a reason.'),
    sentence(
      'شغّل تحديد الموقع، أو اكتب لماذا فحصته من المكتب.',
      'Turn the position on, or say why it was checked at a desk.'
    ),
    { what: 'no_position' }
  )
}
