import { DomainError, sentence } from '#core/domain_error'

/** A folder with other files in it would be loaded with them. */
export class FolderTakenError extends DomainError {
  static override code = 'E_SAMPLE_FOLDER'

  constructor(folder: string) {
    super(sentence(`المجلد ${folder} فيه ملفات أخرى.`, `The folder ${folder} holds other files.`), {
      facts: { folder },
      cure: sentence('اختر مجلدًا جديدًا أو فارغًا.', 'Choose a new or an empty folder.'),
    })
  }
}

/** So few sites have too few charges and receipts for every difference to be planted. */
export class TooFewSitesError extends DomainError {
  static override code = 'E_SAMPLE_TOO_SMALL'

  constructor(code: string, month: string) {
    super(
      sentence(
        `عدد المواقع أقل من أن يحتمل كل الفروق المطلوبة (${code}، ${month}).`,
        `There are too few sites to plant every difference (${code}, ${month}).`
      ),
      {
        facts: { code, month },
        cure: sentence(
          'اطلب مواقع أكثر أو شهورًا أكثر: 200 موقع تكفي اثني عشر شهرًا.',
          'Ask for more sites or more months: 200 sites are enough for twelve months.'
        ),
      }
    )
  }
}

/** The folder is not one that `sample:generate` wrote, or a file in it was changed since. */
export class NotASampleError extends DomainError {
  static override code = 'E_NOT_A_SAMPLE'

  constructor(folder: string, file: string) {
    super(
      sentence(
        `الملف ${file} في ${folder} ناقص أو تغير بعد كتابته.`,
        `The file ${file} in ${folder} is missing or was changed after it was written.`
      ),
      {
        facts: { folder, file },
        cure: sentence(
          'أعد توليد العينة بالأمر sample:generate.',
          'Write it again with sample:generate.'
        ),
      }
    )
  }
}

/** Units, chart and heads come first. */
export class ReferenceMissingError extends DomainError {
  static override code = 'E_REFERENCE_MISSING'

  constructor(what: string) {
    super(
      sentence(
        `البيانات المرجعية غير محملة (${what}).`,
        `The reference data is not loaded (${what}).`
      ),
      { facts: { what }, cure: sentence('نفذ الأمر reference:load.', 'Run reference:load first.') }
    )
  }
}

/** A file of the sample's own that its import does not take: the story and the rules have come apart. */
export class SampleFileRefusedError extends DomainError {
  static override code = 'E_SAMPLE_FILE'

  constructor(file: string, reason: unknown) {
    super(sentence(`الملف ${file} من العينة رُفض.`, `The sample's file ${file} was refused.`), {
      facts: { file, reason: JSON.stringify(reason) },
    })
  }
}
