/*
 * Runs the built main bundle as Electron would: `electron` resolves to the stand-in, and the app gets ready only
 * after the entry module was evaluated, so an entry that waits for `ready` while it loads would hang here too.
 *
 * node boot.mjs <main bundle> [file.claimtrail]
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const standIn = new URL('./electron.mjs', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const [program = '', , bundle = '', ...given] = process.argv
process.argv = [program, '.', ...given]
const { becomeReady } = await import(standIn)
await import(pathToFileURL(bundle).href)
becomeReady()
