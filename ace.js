/**
 * The command line's entry: registers the TypeScript loader, then starts the console.
 */
import './bin/typescript.js'

await import('./bin/console.js')
