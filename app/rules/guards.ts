import { formatDay, today } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Guard } from '#rules/rule_table'

/**
 * For rules that are read on the day of work and leave no mark on what they judged: nobody could say what
 * a past day would have come to, so they change from today on.
 */
export const notBeforeToday: Guard = async ({ from }) =>
  from >= today()
    ? null
    : {
        said: sentence(
          `هذا الحكم طُبق على عمل الأيام الماضية، فلا يتغير من ${formatDay(from, 'ar')}.`,
          `This rule was applied to the work of past days and does not change from ${formatDay(from, 'en')}.`
        ),
        cure: sentence(
          `اختر يوم ${formatDay(today(), 'ar')} أو بعده.`,
          `Choose ${formatDay(today(), 'en')} or a later day.`
        ),
      }

/** The last paper that rests on a rule: its day, and how people call it. */
interface LastPaper {
  on: string
  ar: string
  en: string
}

/** Refuses a day on or before which a paper already rests on the rule, and names the paper. */
export function notUnder(
  last: (asked: Parameters<Guard>[0], trx: Parameters<Guard>[1]) => Promise<LastPaper | null>
): Guard {
  return async (asked, trx) => {
    const paper = await last(asked, trx)
    if (!paper || paper.on < asked.from) return null
    return {
      said: sentence(
        `قام على الحكم الساري ${paper.ar} بتاريخ ${formatDay(paper.on, 'ar')}، فلا يتغير من ${formatDay(asked.from, 'ar')}.`,
        `${paper.en} of ${formatDay(paper.on, 'en')} rests on the rule in force, which does not change from ${formatDay(asked.from, 'en')}.`
      ),
      cure: sentence(
        `اختر يومًا بعد ${formatDay(paper.on, 'ar')}، أو عالج ذلك المستند أولًا.`,
        `Choose a day after ${formatDay(paper.on, 'en')}, or settle that paper first.`
      ),
    }
  }
}
