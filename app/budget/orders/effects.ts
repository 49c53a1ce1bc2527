import { Money } from '#core/money'
import type { Deltas } from '#budget/balances/move_balance'
import type { Move } from '#budget/balances/figures'

/** Kinds of orders on credit, each with what it is called. */
export const ORDER_KINDS = {
  release: { ar: 'إفراج عن اعتمادات', en: 'Release' },
  provisional: { ar: 'اعتماد شهري مؤقت', en: 'Provisional twelfth' },
  supplement: { ar: 'اعتماد إضافي', en: 'Supplementary credit' },
  revision: { ar: 'تعديل التقديرات', en: 'Revised estimates' },
  freeze: { ar: 'تجميد', en: 'Freeze' },
  unfreeze: { ar: 'رفع التجميد', en: 'Unfreeze' },
} as const

export type OrderKind = keyof typeof ORDER_KINDS

/** Twelfths are given before the law and never after it; everything else waits for the opening. */
export function stagesOf(kind: OrderKind): string[] {
  if (kind !== 'provisional') return ['open']
  return ['ceilings', 'proposals', 'discussion', 'approved', 'provisional']
}

/** A line as an order finds it. */
export interface Standing {
  appropriated: Money
  released: Money
}

/**
 * What an order of a kind does to a line. A revision that takes, takes what is not released yet first;
 * a supplement is released with the next release unless its decision says at once.
 */
export function effectOf(
  kind: OrderKind,
  amount: Money,
  { standing, isReleased }: { standing: Standing; isReleased: boolean }
): { move: Move; deltas: Deltas } {
  switch (kind) {
    case 'release':
      return { move: 'release', deltas: { released: amount } }
    case 'provisional':
      return { move: 'appropriation', deltas: { appropriated: amount, released: amount } }
    case 'freeze':
      return { move: 'freeze', deltas: { frozen: amount } }
    case 'unfreeze':
      return { move: 'unfreeze', deltas: { frozen: amount.negate() } }
    case 'supplement':
      return {
        move: 'supplement',
        deltas: { appropriated: amount, released: isReleased ? amount : Money.zero },
      }
    case 'revision':
      return {
        move: 'supplement',
        deltas: { appropriated: amount, released: takenOfReleased(amount, standing) },
      }
  }
}

function takenOfReleased(amount: Money, { appropriated, released }: Standing): Money {
  const rest = amount.add(appropriated.subtract(released))
  return rest.isNegative() ? rest : Money.zero
}
