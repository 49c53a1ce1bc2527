import { DomainError, sentence } from '#core/domain_error'

/** Money and land land only after a second person has approved. */
export class ApprovalNeededError extends DomainError {
  static override code = 'E_IMPORT_APPROVAL_NEEDED'
  constructor(importId: number) {
    super(
      sentence(
        'هذا النوع لا يُرحَّل إلا بعد اعتماد شخص ثان.',
        'This kind is committed only after a second person has approved it.'
      ),
      {
        facts: { importId },
        cure: sentence('اطلب اعتماده.', 'Ask for its approval.'),
      }
    )
  }
}

/** Who may import files, but not change what this kind of file changes. */
export class KindNotAllowedError extends DomainError {
  static override code = 'E_IMPORT_KIND_NOT_ALLOWED'
  constructor(kind: string) {
    super(
      sentence(
        'لا تملك صلاحية تسجيل هذا النوع من البيانات في هذه الوحدة.',
        'You may not record this kind of data in this unit.'
      ),
      {
        facts: { kind },
        cure: sentence(
          'اختر نوعًا أو وحدة أخرى، أو اطلب الصلاحية من مشرف النظام في وحدتك.',
          'Choose another kind or unit, or ask the system supervisor of your unit for it.'
        ),
      }
    )
  }
}

/** Who approves decides on what another one made; he does not make it first. */
export class NotMakerError extends DomainError {
  static override code = 'E_IMPORT_NOT_MAKER'
  constructor(importId: number) {
    super(
      sentence(
        'لا يغيّر قراءة الملف وأعمدته إلا من رفعه.',
        'Only who uploaded the file changes how it is read and its columns.'
      ),
      {
        facts: { importId },
        cure: sentence(
          'اطلب التغيير ممن رفعه، أو ارفع الملف بنفسك.',
          'Ask the uploader to change it, or upload the file yourself.'
        ),
      }
    )
  }
}

/** @throws NotMakerError unless the person uploaded the file (one of a command has no such person) */
export function assertMaker(batch: { id: number; createdBy: number | null }, by: { id: number }) {
  if (batch.createdBy !== null && batch.createdBy !== by.id) throw new NotMakerError(batch.id)
}
