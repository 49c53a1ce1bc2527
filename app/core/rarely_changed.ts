import db from '@adonisjs/lucid/services/db'
import { HttpContext } from '@adonisjs/core/http'

/** The state of units, grants, roles and revenue heads as one text: another text means a change. */
export type DataState = string

/** As SQL, to be asked along with another question. */
export const DATA_STATE =
  "(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(token), 0)) FROM data_changes)"

/** From so many marks on, old ones are taken away until so many are left. */
const MARKS_BORNE = 200
const MARKS_LEFT = 50
const states = new WeakMap<HttpContext, DataState>()

/** Tells the state that was read together with the session of this request. */
export function stateWasRead(ctx: HttpContext, state: DataState): void {
  states.set(ctx, state)
  if (Number(state.split('.')[0]) > MARKS_BORNE && Math.random() < 0.01) {
    forgetOldMarks().catch(() => undefined)
  }
}

/** From here on a request that may change something asks for the state anew each time. */
export function workBegins(ctx: HttpContext): void {
  if (!['GET', 'HEAD'].includes(ctx.request.method())) states.delete(ctx)
}

/**
 * The state now: what this request began with while it only reads or is still at the door; a request
 * that may change something, a job or a command asks anew each time.
 */
export async function dataState(): Promise<DataState> {
  const ctx = HttpContext.get()
  const begun = ctx ? states.get(ctx) : undefined
  if (begun !== undefined) return begun
  const [[row]] = await db.rawQuery(`SELECT ${DATA_STATE} AS state`)
  return row.state
}

/**
 * Something of the database that changes rarely, remembered by this process until the marks of change
 * are others: a change made by any process holds from the next request on. Values are shared by all
 * requests: nobody may write into them.
 */
export class Remembered<Value> {
  readonly #kept = new Map<string, Promise<Value>>()
  #state: DataState | null = null

  constructor(
    readonly load: (key: string) => PromiseLike<Value>,
    readonly most = 2_000
  ) {}

  async get(key = ''): Promise<Value> {
    const state = await dataState()
    if (state !== this.#state || this.#kept.size >= this.most) {
      this.#kept.clear()
      this.#state = state
    }
    const known = this.#kept.get(key)
    if (known) return known
    // A query builder runs each time it is awaited: what is kept is the promise of its one answer.
    const loading = Promise.resolve(this.load(key))
    this.#kept.set(key, loading)
    loading.catch(() => this.#kept.get(key) === loading && this.#kept.delete(key))
    return loading
  }
}

/**
 * Takes away old marks and leaves one new mark of its own: so no process, however long it slept, ever
 * meets the state of before again.
 */
export async function forgetOldMarks(olderThan = '10 MINUTE'): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.rawQuery(
      "INSERT INTO data_changes (about, token) VALUES ('marks', FLOOR(RAND() * 9007199254740991))"
    )
    const [[{ upto }]] = await trx.rawQuery('SELECT MAX(id) AS upto FROM data_changes')
    await trx.rawQuery(
      `DELETE FROM data_changes WHERE id <= ? AND changed_at <= NOW(3) - INTERVAL ${olderThan} ORDER BY id LIMIT 5000`,
      [Number(upto) - MARKS_LEFT]
    )
  })
}
