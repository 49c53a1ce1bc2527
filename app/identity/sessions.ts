import { configProvider } from '@adonisjs/core'
import type { ConfigProvider } from '@adonisjs/core/types'
import { MessageBuilder } from '@adonisjs/core/helpers'
import { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { SessionLucidUserProvider } from '@adonisjs/auth/session'
import type { SessionStoreFactory } from '@adonisjs/session/types'
import { DATA_STATE, stateWasRead } from '#core/rarely_changed'
import { placeAsked, placeWasRead } from '#identity/access/row_units'
import User from '#identity/models/user'

/** What one question about a session brought: who it is, and whether his sign-in was ended. */
interface SessionFacts {
  sessionId: string
  person: Record<string, unknown>
  hasEnded: boolean
}

const facts = new WeakMap<HttpContext, SessionFacts>()

/**
 * The session row, its person, the end of its sign-in, the state of what processes remember, and the
 * place of the row that the address names.
 */
const question = (place: string) => `
  SELECT s.data AS session_data, s.expires_at AS session_expires_at, u.*,
    EXISTS (SELECT 1 FROM sign_ins i WHERE i.session_id = s.id AND i.ended_at IS NOT NULL) AS has_ended,
    ${DATA_STATE} AS data_state, p.*
  FROM sessions s
  LEFT JOIN users u ON u.id = CAST(JSON_VALUE(s.data, '$.message.auth_web') AS UNSIGNED)
  LEFT JOIN (${place}) p ON TRUE
  WHERE s.id = ?`

const NO_PLACE = 'SELECT NULL AS place_unit, NULL AS place_secret, NULL AS place_found'

/** Reads a session together with its person: every page asks for both, so it is one question. */
export function withPerson<Factory extends SessionStoreFactory>(
  provider: ConfigProvider<Factory>
): ConfigProvider<Factory> {
  return configProvider.create(async (app) => {
    const make = await provider.resolver(app)
    return ((...given: Parameters<SessionStoreFactory>) => {
      const [ctx] = given
      const store = make(...given)
      store.read = async (id: string) => {
        const place = placeAsked(ctx)
        const [[row]] = await db.rawQuery(
          question(place?.sql ?? NO_PLACE),
          place ? [place.value, id] : [id]
        )
        if (!row) return null
        const { session_data: data, session_expires_at: expires, ...rest } = row
        if (Date.now() > new Date(expires).getTime()) {
          await store.destroy(id)
          return null
        }
        const { has_ended: hasEnded, data_state: state, ...further } = rest
        const { place_unit: unit, place_secret: secret, place_found: found, ...person } = further
        stateWasRead(ctx, state)
        if (place && found) placeWasRead(ctx, { ...place, row: { unit, is_secret: secret } })
        if (person.id !== null) {
          facts.set(ctx, { sessionId: id, person, hasEnded: Boolean(hasEnded) })
        }
        return new MessageBuilder().verify(data, id)
      }
      return store
    }) as unknown as Factory
  })
}

/** People by their id, without asking for the one whom the session's question already brought. */
export class PersonOfSession extends SessionLucidUserProvider<typeof User> {
  constructor() {
    super({ model: async () => ({ default: User }) })
  }

  override async findById(id: number) {
    const ctx = HttpContext.get()
    const known = ctx ? facts.get(ctx) : undefined
    if (known?.person.id !== id) return super.findById(id)
    const user = User.$createFromAdapterResult(known.person, {}, {
      client: db.connection(),
    } as never)
    return user ? this.createUserForGuard(user as User) : super.findById(id)
  }
}

/** Whether the sign-in of this session was ended, even if a late request wrote its row back. */
export async function signInHasEnded(ctx: HttpContext): Promise<boolean> {
  const { sessionId } = ctx.session
  const known = facts.get(ctx)
  if (known?.sessionId === sessionId) return known.hasEnded
  const ended = await db
    .from('sign_ins')
    .where('session_id', sessionId)
    .whereNotNull('ended_at')
    .select('id')
    .first()
  return Boolean(ended)
}
