import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { FIGURE_NAMES, FIGURES, HELD, type Figure, type Move } from '#budget/balances/figures'
import { nameOfLine } from '#budget/balances/name_of_line'
import { MoreThanWasTakenError, MovedAlreadyError, NotEnoughCreditError } from '#budget/errors'

/** Money by figure; what is left out does not change. */
export type Deltas = Partial<Record<Figure, Money>>

export interface Movement {
  lineId: number
  move: Move
  deltas: Deltas
  on: Day
  document: { type: string; id: number }
  /** Document, transition and line: the same key moves a line once, ever. */
  businessKey: string
}

/** Text times a column is a floating figure in SQL; a decimal is not. */
const AMOUNT = 'CAST(? AS DECIMAL(18,2))'

/**
 * One statement, judged on the row as it stood and under its lock: no figure below zero, never more
 * held or paid than released, never more released than appropriated.
 */
const MOVE = `UPDATE budget_balances
  SET ${FIGURES.map((figure) => `${figure} = ${figure} + ${AMOUNT}`).join(', ')}, moves = moves + 1
  WHERE line_id = ? AND ${FIGURES.map((figure) => `${figure} + ${AMOUNT} >= 0`).join(' AND ')}
    AND ${HELD.join(' + ')} + ${AMOUNT} <= released + ${AMOUNT}
    AND released + ${AMOUNT} <= appropriated + ${AMOUNT}`

const WRITE = `INSERT INTO budget_movements
  (line_id, kind, effective_on, ${FIGURES.join(', ')}, document_type, document_id, business_key, made_by)
  VALUES (?, ?, ?, ${FIGURES.map(() => '?').join(', ')}, ?, ?, ?, ?)`

/**
 * Changes one line and writes what was moved, in the transaction of the document that asks for it
 * (law 4); the schema refuses the same things. Returns the number of the movement: the appropriation
 * number that is stamped on documents.
 * @throws NotEnoughCreditError, MoreThanWasTakenError, MovedAlreadyError
 */
export async function moveBalance(movement: Movement, act: MovingAct): Promise<number> {
  const number = await writeMovement(movement, act)
  await takeFromLine(movement, act)
  return number
}

export interface MovingAct {
  by: { id: number | null }
  trx: Trx
}

/**
 * Writes what is moved, before the line itself is touched: {@link takeFromLine} in the same transaction
 * must follow. The two are apart so that a document can do all else first: many want the line's row,
 * and each holds it until its commit.
 * @throws MovedAlreadyError
 */
export async function writeMovement(
  { lineId, move, deltas, on, document, businessKey }: Movement,
  { by, trx }: MovingAct
): Promise<number> {
  const amounts = FIGURES.map((figure) => String(deltas[figure] ?? Money.zero))
  try {
    const written = [lineId, move, on, ...amounts, document.type, document.id, businessKey, by.id]
    const [made] = await trx.rawQuery(WRITE, written as string[])
    return Number(made.insertId)
  } catch (error) {
    if ((error as { code?: string }).code === 'ER_DUP_ENTRY') {
      throw new MovedAlreadyError(businessKey)
    }
    throw error
  }
}

/** Changes the line by what {@link writeMovement} wrote. @throws NotEnoughCreditError, MoreThanWasTakenError */
export async function takeFromLine(
  { lineId, deltas }: Pick<Movement, 'lineId' | 'deltas'>,
  { trx }: Pick<MovingAct, 'trx'>
): Promise<void> {
  const delta = (figure: Figure) => deltas[figure] ?? Money.zero
  const amounts = FIGURES.map((figure) => delta(figure).toString())
  const held = Money.sum(HELD.map(delta)).toString()
  const [released, appropriated] = [delta('released').toString(), delta('appropriated').toString()]
  const [changed] = await trx.rawQuery(MOVE, [
    ...amounts,
    lineId,
    ...amounts,
    ...[held, released],
    ...[released, appropriated],
  ])
  if (changed.affectedRows !== 1) throw await refusal(lineId, deltas, trx)
}

/** Why the row refused, as it stands now. */
async function refusal(lineId: number, deltas: Deltas, trx: Trx): Promise<Error> {
  const [[row]] = await trx.rawQuery(
    `SELECT ${FIGURES.join(', ')} FROM budget_balances WHERE line_id = ? FOR UPDATE`,
    [lineId]
  )
  const line = await nameOfLine(lineId, trx)
  const stands = (figure: Figure) => Money.of(row[figure])
  const short = FIGURES.find((figure) =>
    stands(figure)
      .add(deltas[figure] ?? Money.zero)
      .isNegative()
  )
  if (short) return new MoreThanWasTakenError(line, FIGURE_NAMES[short], stands(short))
  const held = Money.sum(HELD.map(stands))
  const asked = Money.sum(HELD.map((figure) => deltas[figure] ?? Money.zero))
  if (asked.isPositive()) {
    return new NotEnoughCreditError(line, { asked, available: stands('released').subtract(held) })
  }
  const unreleased = stands('appropriated').subtract(stands('released'))
  const more = deltas.released ?? Money.zero
  return more.isPositive()
    ? new NotEnoughCreditError(line, { asked: more, available: unreleased })
    : new NotEnoughCreditError(line, {
        asked: (deltas.appropriated ?? more).negate(),
        available: stands('released').subtract(held),
      })
}
