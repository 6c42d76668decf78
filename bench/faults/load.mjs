import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { inProject } from '../../scripts/lib/paths.mjs'

const outDir = inProject('out', 'faults')
const built = inProject('out', 'faults', 'program.js')

/** Builds the command line for use in this process, beside the program's bundles, where it finds the packages. */
export async function buildProgram() {
  await build({
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      ssr: inProject('bench', 'faults', 'program.ts'),
      target: 'node22.14',
      rolldownOptions: { output: { entryFileNames: 'program.js' } },
    },
  })
}

/** @returns {Promise<typeof import('./program.ts')>} what `buildProgram` built */
export function loadProgram() {
  return import(pathToFileURL(built).href)
}
