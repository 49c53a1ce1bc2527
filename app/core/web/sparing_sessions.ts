import { configProvider } from '@adonisjs/core'
import type { ConfigProvider } from '@adonisjs/core/types'
import type { SessionStoreFactory } from '@adonisjs/session/types'

const EVERY_MS = 60_000
const REMEMBERED = 20_000

/**
 * A session's life is prolonged once a minute, not with every page: the write is durable, and waiting
 * for the disk would be most of what a page costs. A session then ends up to a minute early, never late.
 */
export function sparing<Factory extends SessionStoreFactory>(
  provider: ConfigProvider<Factory>
): ConfigProvider<Factory> {
  const touched = new Map<string, number>()
  return configProvider.create(async (app) => {
    const make = await provider.resolver(app)
    return ((...given: Parameters<Factory>) => {
      const store = make(...(given as Parameters<SessionStoreFactory>))
      const touch = store.touch.bind(store)
      store.touch = async (id: string) => {
        const now = Date.now()
        if (now - (touched.get(id) ?? 0) < EVERY_MS) return
        if (touched.size >= REMEMBERED) touched.clear()
        touched.set(id, now)
        await touch(id)
      }
      return store
    }) as unknown as Factory
  })
}
