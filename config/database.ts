import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'

/**
 * One connection, as the run-time user (`diwan_app`), who may only add to the ledger and the
 * trail. Migrations and grants run with DB_USER set to the owner by the launcher.
 */
const dbConfig = defineConfig({
  connection: 'mysql',
  connections: {
    mysql: {
      client: 'mysql2',
      connection: {
        host: env.get('DB_HOST'),
        port: env.get('DB_PORT'),
        socketPath: env.get('DB_SOCKET'),
        user: env.get('DB_USER'),
        password: env.get('DB_PASSWORD'),
        database: env.get('DB_DATABASE'),
        charset: 'utf8mb4',
        timezone: 'Z',
        // Fiscal days stay plain text; BIGINT beyond 2^53 and DECIMAL never become a float.
        dateStrings: ['DATE'] as unknown as boolean,
        supportBigNumbers: true,
        flags: ['LOCAL_FILES'],
      } as Record<string, unknown>,
      pool: {
        min: 0,
        max: 16,
        afterCreate(connection: any, done: (error: Error | null, connection: any) => void) {
          connection.query(
            "SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = 20, collation_connection = 'utf8mb4_unicode_ci'",
            (error: Error | null) => done(error, connection)
          )
        },
      },
      migrations: {
        naturalSort: true,
        paths: ['database/migrations'],
      },
      schemaGeneration: {
        enabled: true,
        outputPath: 'database/schema.ts',
        rulesPaths: ['./database/schema_rules.js'],
        excludeTables: ['sessions'],
      },
    },
  },
})

export default dbConfig
