import { DomainError, sentence } from '#core/domain_error'

/** The maker of an import may not be the one who approves it. */
export class OwnImportError extends DomainError {
  static override code = 'E_OWN_IMPORT'
  constructor(importId: number) {
    super(
      sentence(
        'أنت من رفع هذا الملف، فلا تعتمده بنفسك.',
        'You uploaded this file, so you cannot approve it yourself.'
      ),
      {
        facts: { importId },
        cure: sentence(
          'اطلب اعتماده من زميل له صلاحية اعتماد الاستيراد في الوحدة نفسها.',
          'Ask a colleague who may approve imports in the same unit.'
        ),
      }
    )
  }
}

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

/** A step of the import is still running. */
export class ImportBusyError extends DomainError {
  static override code = 'E_IMPORT_BUSY'
  constructor(importId: number, jobId: number) {
    super(
      sentence(
        `يجري العمل على الاستيراد ${importId} الآن.`,
        `Import ${importId} is being worked on now.`
      ),
      {
        facts: { importId, jobId },
        cure: sentence('انتظر حتى ينتهي.', 'Wait until it has ended.'),
      }
    )
  }
}
