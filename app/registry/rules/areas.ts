import { sentence } from '#core/domain_error'
import { parseFeddan, sahmApart, writtenFeddan } from '#registry/geo/feddan'
import { figure, percent, type Finding } from '#registry/rules/finding'
import type { RuleParameters } from '#registry/rules/parameters'

/** The areas of one parcel in square metres (numbers or decimal text), as far as they are known. */
export interface AreaFacts {
  deedM2?: number | string | null
  surveyM2?: number | string | null
  /** From the shape, on the ellipsoid. */
  computedM2?: number | string | null
  /** What the person who filed the change declared. */
  declaredM2?: number | string | null
  /** Feddan, qirat and sahm as written, and the square metres written beside them. */
  written?: { text: string; m2: number | string } | null
  /** Whether minutes of a committee about the difference of deed and survey are attached. */
  hasMinutes?: boolean
}

/** Rules R4 and R5: the areas of a parcel against each other. */
export function judgeAreas(
  areas: AreaFacts,
  rules: { R4: RuleParameters<'R4'>; R5: RuleParameters<'R5'> }
): Finding[] {
  return [
    ...deedAgainstSurvey(areas, rules.R4),
    ...declaredAgainstComputed(areas, rules.R5),
    ...writtenAgainstMetres(areas, rules.R5),
  ]
}

function deedAgainstSurvey(areas: AreaFacts, R4: RuleParameters<'R4'>): Finding[] {
  const [deed, survey] = [measure(areas.deedM2), measure(areas.surveyM2 ?? areas.computedM2)]
  if (deed === null || survey === null) return []
  const apart = Math.abs(survey - deed) / deed
  if (apart <= R4.ok) return []
  const needsMinutes = apart > R4.minutes && !areas.hasMinutes
  const [a, b, by] = [figure(deed), figure(survey), percent(apart)]
  const [ok, minutes] = [percent(R4.ok), percent(R4.minutes)]
  return [
    {
      rule: 'R4',
      severity: needsMinutes ? R4.severity : 'warning',
      messages: needsMinutes
        ? sentence(
            `مساحة السند ${a.ar} م² والرفع ${b.ar} م² بفرق ${by.ar}، وما زاد على ${minutes.ar} يلزمه محضر لجنة.`,
            `The deed says ${a.en} m² and the survey ${b.en} m², ${by.en} apart; above ${minutes.en} the minutes of a committee are needed.`
          )
        : sentence(
            `مساحة السند ${a.ar} م² والرفع ${b.ar} م² بفرق ${by.ar} (المقبول دون ملاحظة ${ok.ar}).`,
            `The deed says ${a.en} m² and the survey ${b.en} m², ${by.en} apart (up to ${ok.en} passes without a note).`
          ),
      cure: needsMinutes
        ? sentence('أرفق محضر لجنة المساحة.', 'Attach the minutes of the survey committee.')
        : undefined,
      facts: { deed, survey, share: apart, ok: R4.ok, minutes: R4.minutes },
      overridable: true,
      legal: R4.legal,
    },
  ]
}

function declaredAgainstComputed(areas: AreaFacts, R5: RuleParameters<'R5'>): Finding[] {
  const [declared, computed] = [measure(areas.declaredM2), measure(areas.computedM2)]
  if (declared === null || computed === null) return []
  const apart = Math.abs(declared - computed) / computed
  if (apart <= R5.share) return []
  const [a, b, by, most] = [figure(declared), figure(computed), percent(apart), percent(R5.share)]
  return [
    {
      rule: 'R5',
      severity: R5.severity,
      messages: sentence(
        `المساحة المذكورة ${a.ar} م² والمحسوبة من الشكل ${b.ar} م² بفرق ${by.ar}، والمسموح ${most.ar}.`,
        `The area declared is ${a.en} m² and that of the shape ${b.en} m², ${by.en} apart; ${most.en} is allowed.`
      ),
      cure: sentence('راجع الشكل أو المساحة المذكورة.', 'Check the shape or the area declared.'),
      facts: { declared, computed, share: apart, most: R5.share },
      overridable: true,
      legal: R5.legal,
    },
  ]
}

function writtenAgainstMetres({ written }: AreaFacts, R5: RuleParameters<'R5'>): Finding[] {
  if (!written) return []
  const parts = parseFeddan(written.text)
  const apart = sahmApart(parts, written.m2)
  if (apart <= R5.sahm) return []
  const [by, most, metres] = [figure(apart), figure(R5.sahm), figure(Number(written.m2))]
  return [
    {
      rule: 'R5',
      severity: R5.severity,
      messages: sentence(
        `المكتوب بالفدان «${written.text}» لا يطابق ${metres.ar} م² (${writtenFeddan(written.m2)}): الفرق ${by.ar} سهم والمسموح ${most.ar}.`,
        `"${written.text}" does not agree with ${metres.en} m² (${writtenFeddan(written.m2, 'en')}): ${by.en} sahm apart, ${most.en} allowed.`
      ),
      cure: sentence(
        'راجع أجزاء الفدان في السند، وأبقها كما كتبت إن كان السند نفسه مخطئًا.',
        'Check the parts in the deed; leave them as written if the deed itself is wrong.'
      ),
      facts: { written: written.text, m2: String(written.m2), sahm: apart, most: R5.sahm },
      overridable: true,
      legal: R5.legal,
    },
  ]
}

/** An area as a number for comparisons, which are shares and never sums. */
function measure(value: number | string | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return number > 0 ? number : null
}
