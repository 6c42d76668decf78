import { build } from 'vite'
import { inProject } from './paths.mjs'

/**
 * Builds src/replay, the page of a replay that is handed on, beside the program's bundles: out/replay/page.js, one
 * script without imports, and out/replay/page.css. The program puts both into each replay that it writes.
 * @returns {import('vite').Plugin}
 */
export function replayPage() {
  return { name: 'replay-page', apply: 'build', closeBundle: () => buildReplayPage() }
}

/** @param {string} outDir */
export async function buildReplayPage(outDir = inProject('out', 'replay')) {
  await build({
    configFile: false,
    root: inProject('src', 'replay'),
    logLevel: 'warn',
    // A library's build leaves this to whoever uses it; here it is the end.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      cssTarget: 'chrome111',
      minify: true,
      lib: {
        entry: inProject('src', 'replay', 'main.ts'),
        name: 'replay',
        formats: ['iife'],
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  })
}
