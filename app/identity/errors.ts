import type { HttpContext } from '@adonisjs/core/http'
import { DomainError, sentence } from '#core/domain_error'

/**
 * A refusal at the door. Unlike a broken rule it never sends the person back with a message: the
 * status itself is the answer, for browsers and programs alike.
 */
abstract class DoorError extends DomainError {
  override async handle(error: this, ctx: HttpContext) {
    const { request, response, view } = ctx
    const program = request.accepts(['html', 'json']) === 'json'
    if (program || request.header('X-Up-Version')) return super.handle(error, ctx)
    const locale = ctx.i18n.locale === 'en' ? 'en' : 'ar'
    const page = await view.render('pages/identity/refused', {
      status: error.status,
      message: error.messageFor(locale),
      cure: error.cure?.[locale],
    })
    return response.status(error.status).send(page)
  }
}

/** The person holds the needed permission in no unit at all. */
export class NotAllowedError extends DoorError {
  static override code = 'E_NOT_ALLOWED'
  static override status = 403

  constructor() {
    super(sentence('ليست لديك صلاحية هذا العمل.', 'You are not allowed to do this.'), {
      cure: sentence(
        'اطلب الصلاحية من مشرف النظام في وحدتك.',
        'Ask the system supervisor of your unit for it.'
      ),
    })
  }
}

/** No such record, or one of a unit that is not the person's; the answer does not tell which. */
export class NotFoundError extends DoorError {
  static override code = 'E_NOT_FOUND'
  static override status = 404

  constructor() {
    super(sentence('لا يوجد هذا السجل في وحداتك.', 'There is no such record in your units.'), {
      cure: sentence(
        'راجع الرابط أو ابحث عنه في القائمة.',
        'Check the address or look for it in the list.'
      ),
    })
  }
}

/** Nobody is signed in. */
export class NotSignedInError extends DoorError {
  static override code = 'E_NOT_SIGNED_IN'
  static override status = 401

  constructor() {
    super(sentence('سجّل الدخول أولًا.', 'Sign in first.'))
  }
}

/** A form that must say for which unit (or record) it is, and does not. */
export class UnitMissingError extends DomainError {
  static override code = 'E_UNIT_MISSING'

  constructor(field: string) {
    super(sentence('لم تُحدَّد الوحدة.', 'The unit is missing.'), {
      facts: { field },
      cure: sentence(`املأ الحقل «${field}».`, `Fill in «${field}».`),
    })
  }
}

/** A unit cannot be hung below itself. */
export class UnitUnderItselfError extends DomainError {
  static override code = 'E_UNIT_UNDER_ITSELF'

  constructor(unit: string, parent: string) {
    super(
      sentence(
        `لا تُنقل الوحدة ${unit} إلى ما يتبعها (${parent}).`,
        `Unit ${unit} cannot move below itself (${parent}).`
      ),
      {
        facts: { unit, parent },
        cure: sentence('اختر وحدة أعلى من خارجها.', 'Choose a parent outside of it.'),
      }
    )
  }
}

/** The root of the tree stays where it is. */
export class UnitRootError extends DomainError {
  static override code = 'E_UNIT_ROOT'

  constructor() {
    super(
      sentence(
        'أصل شجرة الوحدات لا يُنقل ولا يُغلق.',
        'The root of the tree neither moves nor closes.'
      )
    )
  }
}

export class UnitClosedError extends DomainError {
  static override code = 'E_UNIT_CLOSED'

  constructor(unit: string) {
    super(sentence(`الوحدة ${unit} مغلقة.`, `Unit ${unit} is closed.`), {
      facts: { unit },
      cure: sentence('أعد فتحها أولًا أو اختر غيرها.', 'Reopen it first, or choose another.'),
    })
  }
}

export class UnitHasOpenChildrenError extends DomainError {
  static override code = 'E_UNIT_HAS_OPEN_CHILDREN'

  constructor(children: string[]) {
    const list = children.join('، ')
    super(
      sentence(
        `تتبعها وحدات مفتوحة: ${list}.`,
        `Open units still belong to it: ${children.join(', ')}.`
      ),
      {
        facts: { children },
        cure: sentence('أغلقها أو انقلها أولًا.', 'Close or move them first.'),
      }
    )
  }
}

export class UnitCodeTakenError extends DomainError {
  static override code = 'E_UNIT_CODE_TAKEN'

  constructor(code: string) {
    super(sentence(`الكود ${code} لوحدة أخرى.`, `Another unit has the code ${code}.`), {
      facts: { code },
      cure: sentence('اختر حروفًا أخرى.', 'Choose other letters.'),
    })
  }
}
