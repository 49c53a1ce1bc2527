import { sentence, type Sentence } from '#core/domain_error'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { distanceMetres } from '#registry/geo/overlay'
import { fromDb } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'
import { figure, type Finding } from '#registry/rules/finding'
import { ruleParameters } from '#registry/rules/parameters'

/** What is judged of a field record: where it was made, with which photographs, and when. */
export interface FieldRecord {
  /** The asset's limit, by its class; null: the class asks nothing. */
  gpsLimitM: number | null
  photosRequired: number
  /** Null for a desk check. */
  position: { accuracyM: number } | null
  /** Metres from the asset as recorded; null when it has no place in the register. */
  distanceM: number | null
  isDesk: boolean
  capturedOn: Day
  /** Distinct photographs: their time by EXIF, Cairo's day. Null while they are still on their way. */
  photos: readonly { takenOn: Day | null }[] | null
  round: { startsOn: Day; endsOn: Day }
}

/**
 * R21 on a finding of the field: the position was measured as exactly as the class asks and near the
 * asset, the photographs are as many as the class asks and were taken within the round. What it finds is
 * medium: the line is marked, and a supervisor accepts it only with a written reason.
 */
export async function judgeFieldRecord(
  record: FieldRecord,
  { unitId, trx }: { unitId: number; trx: Trx }
): Promise<Finding[]> {
  const { near_m: near, severity, legal } = await ruleParameters('R21', { unitId, trx })
  const finding = (messages: Sentence, cure: Sentence, facts: object): Finding => ({
    rule: 'R21',
    severity,
    messages,
    cure,
    facts: { ...facts },
    overridable: true,
    legal,
  })
  return [
    ...judgePlace(record, near, finding),
    ...judgeTime(record, finding),
    ...judgePhotos(record, finding),
  ]
}

type Make = (messages: Sentence, cure: Sentence, facts: object) => Finding

const AGAIN = sentence('أعد التسجيل في الموقع.', 'Record it again on the spot.')

function judgePlace(
  { isDesk, position, gpsLimitM, distanceM }: FieldRecord,
  near: number,
  say: Make
) {
  const found: Finding[] = []
  if (isDesk) {
    found.push(
      say(
        sentence('فحص مكتبي بلا زيارة.', 'A desk check: nobody went there.'),
        sentence('زر الموقع متى أمكن.', 'Visit it when possible.'),
        { what: 'desk' }
      )
    )
  }
  if (position && gpsLimitM !== null && position.accuracyM > gpsLimitM) {
    const [is, most] = [figure(position.accuracyM), figure(gpsLimitM)]
    found.push(
      say(
        sentence(
          `دقة تحديد الموقع ${is.ar} م، وحد هذا النوع ${most.ar} م.`,
          `The position is accurate to ${is.en} m; the limit of its class is ${most.en} m.`
        ),
        AGAIN,
        { what: 'accuracy', accuracy: position.accuracyM, limit: gpsLimitM }
      )
    )
  }
  // What the accuracy leaves open is in the finder's favour.
  if (position && distanceM !== null && distanceM - position.accuracyM > near) {
    const [is, most] = [figure(Math.round(distanceM)), figure(near)]
    found.push(
      say(
        sentence(
          `سجل على بعد ${is.ar} م من موقع الأصل في السجل، والحد ${most.ar} م.`,
          `It was recorded ${is.en} m from the asset's place in the register; the limit is ${most.en} m.`
        ),
        AGAIN,
        { what: 'distance', distance: Math.round(distanceM), limit: near }
      )
    )
  }
  return found
}

function judgeTime({ capturedOn, round }: FieldRecord, say: Make) {
  if (capturedOn >= round.startsOn && capturedOn <= round.endsOn) return []
  return [
    say(
      sentence(
        `سجلت النتيجة يوم ${capturedOn} خارج مدة الحصر.`,
        `The finding was recorded on ${capturedOn}, outside the round.`
      ),
      AGAIN,
      { what: 'time', on: capturedOn, from: round.startsOn, to: round.endsOn }
    ),
  ]
}

function judgePhotos({ photos, photosRequired, round }: FieldRecord, say: Make) {
  if (photos === null) return []
  const found: Finding[] = []
  if (photos.length < photosRequired) {
    const [is, least] = [figure(photos.length), figure(photosRequired)]
    found.push(
      say(
        sentence(
          `عدد الصور ${is.ar}، والمطلوب لهذا النوع ${least.ar}.`,
          `There are ${is.en} photographs; its class asks for ${least.en}.`
        ),
        sentence('صوّر الأصل من الموقع.', 'Photograph it on the spot.'),
        { what: 'photos', photos: photos.length, required: photosRequired }
      )
    )
  }
  const untimed = photos.filter(({ takenOn }) => takenOn === null).length
  if (untimed > 0) {
    found.push(
      say(
        sentence(
          `${figure(untimed).ar} صورة بلا وقت التقاط.`,
          `${untimed} photographs do not tell when they were taken.`
        ),
        AGAIN,
        { what: 'untimed', photos: untimed }
      )
    )
  }
  const stray = photos.filter(
    ({ takenOn }) => takenOn !== null && (takenOn < round.startsOn || takenOn > round.endsOn)
  )
  if (stray.length > 0) {
    found.push(
      say(
        sentence(
          `صورة ملتقطة يوم ${stray[0]!.takenOn} خارج مدة الحصر.`,
          `A photograph was taken on ${stray[0]!.takenOn}, outside the round.`
        ),
        AGAIN,
        { what: 'photo_time', on: stray[0]!.takenOn, photos: stray.length }
      )
    )
  }
  return found
}

/** Metres from a position to the asset as the register has it; null when it has no place there. */
export async function metresFromAsset(
  assetId: number,
  { latitude, longitude }: { latitude: number; longitude: number },
  trx: Trx
): Promise<number | null> {
  const here: Shape = { type: 'Point', coordinates: [longitude, latitude] }
  const [[kept]] = await trx.rawQuery('SELECT shape FROM asset_shapes WHERE asset_id = ?', [
    assetId,
  ])
  if (kept) return distanceMetres(here, fromDb(kept.shape))
  const [[point]] = await trx.rawQuery('SELECT latitude, longitude FROM assets WHERE id = ?', [
    assetId,
  ])
  if (!point?.latitude) return null
  const there = [Number(point.longitude), Number(point.latitude)] as [number, number]
  return distanceMetres(here, { type: 'Point', coordinates: there })
}
