import { DomainError, type Sentence } from '#core/domain_error'

/**
 * A file was refused. The sentence says what is wrong, where, and what to do about it, so that it
 * can be shown to the person as it is; the code stays the same across wordings.
 */
export default class FileError extends DomainError {
  declare code: string
  readonly ar: string
  readonly en: string
  /** The line or row it was seen on, where there is one. */
  readonly line?: number

  constructor(code: string, sentence: Sentence, options: { line?: number; cause?: unknown } = {}) {
    super(sentence, {
      cause: options.cause,
      facts: options.line === undefined ? {} : { line: options.line },
    })
    this.code = code
    this.ar = sentence.ar
    this.en = sentence.en
    this.line = options.line
  }

  /** What is left of an unexpected failure: a sentence for the person, the cause for the log. */
  static unexpected(cause: unknown): FileError {
    if (cause instanceof FileError) return cause
    const code = (cause as NodeJS.ErrnoException | undefined)?.code
    if (code === 'ENOENT') {
      return new FileError(
        'file_missing',
        {
          ar: 'الملف غير موجود. ارفعه مرة أخرى أو راجع مساره.',
          en: 'The file does not exist. Upload it again or check its path.',
        },
        { cause }
      )
    }
    if (code === 'EACCES' || code === 'EISDIR' || code === 'EPERM') {
      return new FileError(
        'file_unreadable',
        {
          ar: 'تعذر فتح الملف: إما أنه مجلد أو أن صلاحية قراءته غير متاحة. اختر ملفاً يمكن قراءته.',
          en: 'The file cannot be opened: it is a folder or may not be read. Choose a readable file.',
        },
        { cause }
      )
    }
    return new FileError(
      'file_broken',
      {
        ar: 'تعذرت قراءة الملف لأن محتواه تالف أو غير مكتمل. افتحه في برنامجه واحفظه من جديد ثم أعد رفعه.',
        en: 'The file could not be read: its content is damaged or incomplete. Open it in its own program, save it again and upload the new copy.',
      },
      { cause }
    )
  }
}
