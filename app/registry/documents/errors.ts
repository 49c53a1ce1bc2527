import { DomainError, sentence } from '#core/domain_error'
import type { Day } from '#core/days'

/** A paper cannot bear the date of a day that has not come (R25). */
export class DocumentInFutureError extends DomainError {
  static override code = 'E_DOCUMENT_IN_FUTURE'

  constructor(dated: Day) {
    super(
      sentence(
        `تاريخ المستند ${dated} لم يأت بعد.`,
        `The document is dated ${dated}, which has not come yet.`
      ),
      {
        facts: { rule: 'R25', dated },
        cure: sentence('اكتب التاريخ المدون على المستند.', 'Write the date that stands on it.'),
      }
    )
  }
}

/** A photograph without its picture is nothing. */
export class PictureMissingError extends DomainError {
  static override code = 'E_PICTURE_MISSING'

  constructor() {
    super(sentence('الصورة بلا ملف.', 'There is no file for the photograph.'), {
      facts: { rule: 'R25' },
      cure: sentence('اختر ملف الصورة.', 'Choose the picture.'),
    })
  }
}

/** What was sent is no scan: its first bytes are of no kind that the register keeps. */
export class NotAScanError extends DomainError {
  static override code = 'E_NOT_A_SCAN'

  constructor(name: string) {
    super(
      sentence(
        `محتوى الملف «${name}» ليس مستندًا ممسوحًا ولا صورة.`,
        `The content of «${name}» is neither a scan nor a picture.`
      ),
      {
        facts: { name },
        cure: sentence(
          'أرفق ملف PDF أو JPEG أو PNG أو WebP أو TIFF أو HEIC.',
          'Attach a PDF, JPEG, PNG, WebP, TIFF or HEIC file.'
        ),
      }
    )
  }
}

/** A scan above the limit of size. */
export class ScanTooLargeError extends DomainError {
  static override code = 'E_SCAN_TOO_LARGE'

  constructor(bytes: number, limitMb: number) {
    super(
      sentence(
        `حجم الملف يزيد على ${limitMb} ميجابايت.`,
        `The file is larger than ${limitMb} megabytes.`
      ),
      {
        facts: { bytes, limitMb },
        cure: sentence(
          'امسح المستند بدقة 200 نقطة أو قسّمه إلى أجزاء.',
          'Scan it at 200 dpi or divide it into parts.'
        ),
      }
    )
  }
}

/** An action on something that no document may hang on. */
export class UnknownSubjectError extends DomainError {
  static override code = 'E_DOCUMENT_SUBJECT'
  static override status = 404

  constructor(type: string, id: number) {
    super(
      sentence(
        'ما يُرفق به المستند غير موجود.',
        'What the document is to be attached to does not exist.'
      ),
      { facts: { type, id } }
    )
  }
}
