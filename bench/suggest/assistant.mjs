import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { inProject } from '../../scripts/lib/paths.mjs'

/**
 * The assistant as the program has it, out of its thread: built for this Node beside the program's bundles, where it
 * finds the packages.
 * @returns {Promise<typeof import('./assistant.ts')>}
 */
export async function loadAssistant() {
  const outDir = inProject('out', 'bench')
  await build({
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      ssr: inProject('bench', 'suggest', 'assistant.ts'),
      target: 'node22.14',
      rolldownOptions: { output: { entryFileNames: 'assistant.js' } },
    },
  })
  return import(pathToFileURL(inProject('out', 'bench', 'assistant.js')).href)
}
