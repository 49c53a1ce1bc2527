import { DomainError, sentence, type Sentence } from '#core/domain_error'

/** From each state, the states a record may move to. An empty list marks an end. */
export type Transitions<State extends string = string> = Readonly<Record<State, readonly State[]>>

/** How states are called on pages; a state without a name is shown as it is. */
export type StateNames = Readonly<Record<string, Sentence>>

/** A move that the record's table does not have: who asked too early, too late or twice. */
export class TransitionError extends DomainError {
  static override code = 'E_TRANSITION'

  constructor(from: string, to: string, allowed: readonly string[], names: StateNames = {}) {
    const name = (state: string, locale: 'ar' | 'en') => names[state]?.[locale] ?? state
    const list = (locale: 'ar' | 'en') =>
      allowed.map((state) => `«${name(state, locale)}»`).join(locale === 'ar' ? ' أو ' : ' or ')
    super(
      sentence(
        `الحالة الآن «${name(from, 'ar')}» ولا تنتقل إلى «${name(to, 'ar')}».`,
        `The state is now «${name(from, 'en')}» and cannot become «${name(to, 'en')}».`
      ),
      {
        facts: { from, to, allowed: [...allowed] },
        cure:
          allowed.length === 0
            ? sentence('هذه حالة نهائية لا تتغير.', 'This state is final.')
            : sentence(`المسموح: ${list('ar')}.`, `Allowed: ${list('en')}.`),
      }
    )
  }
}

/**
 * Checks one move against a table.
 * @throws TransitionError naming the present state, the asked one and those allowed
 */
export function assertTransition(
  table: Transitions,
  from: string,
  to: string,
  names?: StateNames
): void {
  const allowed = Object.hasOwn(table, from) ? table[from]! : []
  if (!allowed.includes(to)) throw new TransitionError(from, to, allowed, names)
}

interface Rules {
  table: Transitions
  column: string
  names?: StateNames
}

function rulesOf(record: object): Rules {
  const model = record.constructor as Function & {
    transitions?: Transitions
    stateColumn?: string
    stateNames?: StateNames
  }
  if (!model.transitions) throw new TypeError(`${model.name} declares no static transitions`)
  return {
    table: model.transitions,
    column: model.stateColumn ?? 'status',
    names: model.stateNames,
  }
}

/**
 * Mixin for records with a state. The class declares `static transitions`, may name its column by
 * `static stateColumn` (default `status`) and its states by `static stateNames`.
 *
 * ```ts
 * class DepositSlip extends compose(DepositSlipSchema, Lockable, WithTransitions) {
 *   static transitions = { draft: ['sent', 'void'], sent: [], void: [] } satisfies Transitions
 * }
 * ```
 */
export function WithTransitions<T extends new (...args: any[]) => object>(Base: T) {
  return class Transitional extends Base {
    /** The states this record may become now; the same table feeds buttons, tests and docs. */
    allowedMoves(): readonly string[] {
      const { table, column } = rulesOf(this)
      const state = (this as unknown as Record<string, string>)[column]!
      return Object.hasOwn(table, state) ? table[state]! : []
    }

    canMoveTo(state: string): boolean {
      return this.allowedMoves().includes(state)
    }

    /**
     * Sets the state; saving is the caller's, in the transaction that locked the record.
     * @throws TransitionError when the table does not have this move
     */
    moveTo(state: string): void {
      const { table, column, names } = rulesOf(this)
      const record = this as unknown as Record<string, string>
      assertTransition(table, record[column]!, state, names)
      record[column] = state
    }
  }
}
