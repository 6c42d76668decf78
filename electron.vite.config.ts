import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'electron-vite'

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
    plugins: [react()],
    build: { target: 'chrome120', minify: true },
  }
}

export default defineConfig(config)
