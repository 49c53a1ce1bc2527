import type { HttpContext } from '@adonisjs/core/http'
import { DomainError, sentence, type Sentence } from '#core/domain_error'

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

/** Wrong password, unknown account or suspended one: the same words for all three. */
export class SignInRefusedError extends DomainError {
  static override code = 'E_SIGN_IN_REFUSED'

  constructor() {
    super(
      sentence('اسم الحساب أو كلمة المرور غير صحيح.', 'The account or the password is not right.'),
      {
        cure: sentence(
          'راجع لغة لوحة المفاتيح، أو اطلب من مشرف النظام كلمة مرور جديدة.',
          'Check the keyboard’s language, or ask the system supervisor for a new password.'
        ),
      }
    )
  }
}

export class SignInThrottledError extends DomainError {
  static override code = 'E_SIGN_IN_THROTTLED'
  static override status = 429

  constructor(readonly seconds: number) {
    super(sentence('محاولات دخول كثيرة لم تنجح.', 'There were many failed attempts to sign in.'), {
      facts: { seconds },
      cure: sentence(
        `انتظر ${seconds} ثانية ثم أعد المحاولة.`,
        `Wait ${seconds} seconds, then try again.`
      ),
    })
  }
}

/** A program came for a person who has to change his password first. */
export class PasswordDueError extends DoorError {
  static override code = 'E_PASSWORD_DUE'
  static override status = 403

  constructor() {
    super(sentence('يلزم تغيير كلمة المرور أولًا.', 'The password has to be changed first.'), {
      cure: sentence('سجّل الدخول من الصفحة وغيّرها.', 'Sign in through the page and change it.'),
    })
  }
}

/** A token lives a year at most. */
export class TokenDayError extends DomainError {
  static override code = 'E_TOKEN_DAY'

  constructor(day: string, last: string) {
    super(
      sentence(
        `لا تصلح ${day} آخرًا لمدة كلمة مرور التطبيق.`,
        `${day} cannot be the end of an application password.`
      ),
      {
        facts: { day, last },
        cure: sentence(
          `اختر يومًا بعد اليوم وحتى ${last}.`,
          `Choose a day after today, up to ${last}.`
        ),
      }
    )
  }
}

export class WrongPasswordError extends DomainError {
  static override code = 'E_WRONG_PASSWORD'

  constructor() {
    super(sentence('كلمة المرور الحالية غير صحيحة.', 'The current password is not right.'))
  }
}

export class WeakPasswordError extends DomainError {
  static override code = 'E_WEAK_PASSWORD'

  constructor(fault: Sentence | null) {
    super(
      fault ?? sentence('كلمة المرور الجديدة هي القديمة.', 'The new password is the old one.'),
      {
        cure: sentence(
          'اختر عبارة طويلة من كلمات لا رابط بينها.',
          'Choose a long phrase of unrelated words.'
        ),
      }
    )
  }
}

/** Nobody manages a person whose work reaches beyond the units he himself manages. */
export class PersonOutOfReachError extends DomainError {
  static override code = 'E_PERSON_OUT_OF_REACH'

  constructor() {
    super(
      sentence(
        'لهذا الشخص صلاحيات في وحدات خارج إدارتك.',
        'This person holds grants in units that you do not manage.'
      ),
      {
        cure: sentence(
          'اطلب ذلك من مشرف النظام في الوحدة الأعلى.',
          'Ask the system supervisor of the unit above.'
        ),
      }
    )
  }
}

export class NotToOneselfError extends DomainError {
  static override code = 'E_NOT_TO_ONESELF'

  constructor() {
    super(
      sentence('لا يغيّر أحد صلاحياته أو حالته بنفسه.', 'Nobody changes his own access or state.'),
      { cure: sentence('اطلب ذلك من زميل له الصلاحية.', 'Ask a colleague who may.') }
    )
  }
}

/** Nobody grants what he does not hold. */
export class GrantBeyondOwnError extends DomainError {
  static override code = 'E_GRANT_BEYOND_OWN'

  constructor(permissions: Sentence[]) {
    super(
      sentence(
        `لا تملك في هذه الوحدة ما تمنحه: ${permissions.map((name) => name.ar).join('، ')}.`,
        `You do not hold in this unit what you would grant: ${permissions.map((name) => name.en).join(', ')}.`
      ),
      {
        cure: sentence(
          'اختر دورًا في حدود صلاحياتك، أو اطلبه من مشرف النظام.',
          'Choose a role within your own permissions, or ask the system supervisor.'
        ),
      }
    )
  }
}

export class GrantExistsError extends DomainError {
  static override code = 'E_GRANT_EXISTS'

  constructor() {
    super(
      sentence(
        'له هذا الدور في هذه الوحدة في المدة نفسها.',
        'He has this role in this unit over the same time.'
      ),
      { cure: sentence('أنهِ المنح القائم أولًا.', 'End the present grant first.') }
    )
  }
}

export class GrantEndedError extends DomainError {
  static override code = 'E_GRANT_ENDED'

  constructor() {
    super(sentence('هذا المنح منتهٍ بالفعل.', 'This grant has already ended.'))
  }
}

export class AccountTakenError extends DomainError {
  static override code = 'E_ACCOUNT_TAKEN'

  constructor(email: string) {
    super(sentence(`الحساب ${email} لشخص آخر.`, `Somebody else has the account ${email}.`), {
      facts: { email },
    })
  }
}

export class RoleCodeTakenError extends DomainError {
  static override code = 'E_ROLE_CODE_TAKEN'

  constructor(code: string) {
    super(sentence(`الكود ${code} لدور آخر.`, `Another role has the code ${code}.`), {
      facts: { code },
    })
  }
}

/** Seeded roles mean the same in every governorate. */
export class RoleSeededError extends DomainError {
  static override code = 'E_ROLE_SEEDED'

  constructor() {
    super(
      sentence(
        'هذا من أدوار النظام الثابتة ولا يُعدَّل.',
        'This role comes with the system and is not edited.'
      ),
      { cure: sentence('أنشئ دورًا جديدًا على مثاله.', 'Make a new role after it.') }
    )
  }
}

export class RoleOutOfReachError extends DomainError {
  static override code = 'E_ROLE_OUT_OF_REACH'

  constructor() {
    super(
      sentence(
        'هذا الدور ممنوح في وحدات خارج إدارتك، أو ممنوح لك.',
        'This role is granted in units that you do not manage, or to you.'
      ),
      { cure: sentence('أنشئ دورًا جديدًا على مثاله.', 'Make a new role after it.') }
    )
  }
}

/** Who made a thing does not approve it. */
export class SelfApprovalError extends DomainError {
  static override code = 'E_SELF_APPROVAL'

  constructor() {
    super(sentence('لا يعتمد أحد ما أعده بنفسه.', 'Nobody approves what he made himself.'), {
      cure: sentence('يعتمده زميل له صلاحية الاعتماد.', 'A colleague who may approve decides it.'),
    })
  }
}

/** A code or account typed on the command line that nothing has. */
export class UnknownNameError extends DomainError {
  static override code = 'E_UNKNOWN_NAME'

  constructor(kind: 'unit' | 'role' | 'account', name: string) {
    const ar = { unit: 'وحدة', role: 'دور', account: 'حساب' }[kind]
    super(sentence(`لا يوجد ${ar} باسم «${name}».`, `There is no ${kind} called "${name}".`), {
      facts: { kind, name },
    })
  }
}

/** The sample's accounts have known passwords: they exist only beside the sample. */
export class SampleNotLoadedError extends DomainError {
  static override code = 'E_SAMPLE_NOT_LOADED'

  constructor(unit: string) {
    super(sentence('المحافظة التجريبية غير محمَّلة.', 'The sample governorate is not loaded.'), {
      facts: { unit },
      cure: sentence('حمّلها أولًا: ace sample:load.', 'Load it first: ace sample:load.'),
    })
  }
}
