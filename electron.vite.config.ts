import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { replayPage } from './scripts/lib/replay-page.mjs'

/**
 * Each main-process entry becomes one file out/main/<name>.js. The workers are entries too, so that the code
 * starts them with `new Worker(new URL('./engine-worker.js', import.meta.url))`.
 */
const mainEntries = {
  index: 'src/main/electron/index.ts',
  browser: 'src/main/browser/index.ts',
  cli: 'src/main/cli/index.ts',
  'engine-worker': 'src/main/engine/worker.ts',
  'job-worker': 'src/main/job-worker.ts',
  'suggest-worker': 'src/main/suggest/worker.ts',
}

const present = Object.fromEntries(
  Object.entries(mainEntries)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => [name, resolve(file)]),
)

const config: UserConfig = {
  preload: {
    build: {
      // A sandboxed preload is loaded as one CommonJS script; the package's "type": "module" would make it .mjs.
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
}

if (Object.keys(present).length > 0) {
  config.main = {
    plugins: [replayPage()],
    build: {
      // The oldest Node that runs better-sqlite3; the browser shell and the command line use the machine's own.
      target: 'node22.14',
      rolldownOptions: {
        input: present,
        // Shared chunks lie beside the entries: a chunk that starts a worker finds it by a relative address.
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  }
}

if (existsSync('src/renderer/index.html')) {
  config.renderer = {
    plugins: [react(), englishOnly(), drawingAtOnce()],
    build: { target: 'chrome120', minify: true },
  }
}

/** React Aria brings its few words in 34 languages, a fifth of the page's code; the program speaks English. */
function englishOnly(): Plugin {
  const otherLanguage =
    /\/react-(?:aria|stately|aria-components)\/dist\/.*\/intl\/(?:.*\/)?(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/
  return {
    name: 'english-only',
    load: (id) => (otherLanguage.test(id) ? 'export default {}' : null),
  }
}

/** Has the page fetch what draws the window beside the small script that asks the first questions, not after it. */
function drawingAtOnce(): Plugin {
  return {
    name: 'drawing-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const drawing = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/renderer/draw.tsx'),
        )
        if (drawing?.type !== 'chunk') return []
        return [drawing.fileName, ...drawing.imports].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }))
      },
    },
  }
}

export default defineConfig(config)
