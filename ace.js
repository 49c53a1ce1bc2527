/**
 * The command line's entry: registers the TypeScript loader, then starts the console.
 */
import '@poppinss/ts-exec'

await import('./bin/console.js')
