/**
 * The environment the application reads. The launcher (scripts/) fills it; `.env` and the
 * process's own variables come first.
 */
import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  PORT: Env.schema.number(),
  HOST: Env.schema.string({ format: 'host' }),
  LOG_LEVEL: Env.schema.string.optional(),
  APP_KEY: Env.schema.secret(),
  APP_URL: Env.schema.string.optional(),

  // Keys kept outside the database: personal data, and the seal of the trail (base64, 32 bytes).
  FIELD_KEY: Env.schema.secret(),
  SEAL_KEY: Env.schema.secret(),

  // Uploaded files and produced reports.
  STORAGE_DIR: Env.schema.string(),

  DB_HOST: Env.schema.string({ format: 'host' }),
  DB_PORT: Env.schema.number(),
  DB_SOCKET: Env.schema.string.optional(),
  DB_USER: Env.schema.string(),
  DB_PASSWORD: Env.schema.string.optional(),
  DB_DATABASE: Env.schema.string(),

  REDIS_HOST: Env.schema.string({ format: 'host' }),
  REDIS_PORT: Env.schema.number(),
  REDIS_DB: Env.schema.number.optional(),
  REDIS_PASSWORD: Env.schema.secret.optional(),
  QUEUE_PREFIX: Env.schema.string.optional(),

  SESSION_DRIVER: Env.schema.enum(['cookie', 'memory', 'database'] as const),
})
