import { defineConfig } from 'vitest/config'

const ending = 'spec.{ts,tsx}'

/** `vitest run` runs the quick specs; `vitest run --mode slow` runs the fuzz and kill specs, `*.slow.spec.ts`. */
export default defineConfig(({ mode }) => {
  const slow = mode === 'slow'
  const kind = slow ? `slow.${ending}` : ending
  const exclude = slow ? ['**/node_modules/**'] : ['**/node_modules/**', `**/*.slow.${ending}`]
  return {
    test: {
      testTimeout: slow ? 600_000 : 20_000,
      hookTimeout: slow ? 600_000 : 20_000,
      // Exported pages carry style sheets: specs must see the real ones.
      css: true,
      passWithNoTests: false,
      // What a spec puts in place of something is taken away before the next one.
      restoreMocks: true,
      unstubEnvs: true,
      projects: [
        {
          extends: true,
          // Modules hold no state there but look-ups made once, so files of specs may share them: half the time.
          test: {
            name: 'program',
            include: [`{scripts,seeds,bench,src/{contract,domain,main,replay}}/**/*.${kind}`],
            exclude,
            isolate: false,
          },
        },
        {
          extends: true,
          // The window keeps its state in modules: each file of specs gets its own.
          test: { name: 'window', include: [`src/{preload,renderer}/**/*.${kind}`], exclude },
        },
      ],
    },
  }
})
