import { defineConfig } from 'vitest/config'

/** `vitest run` runs the quick specs; `vitest run --mode slow` runs the fuzz and kill specs, `*.slow.spec.ts`. */
export default defineConfig(({ mode }) => {
  const slow = mode === 'slow'
  return {
    test: {
      include: slow
        ? ['{src,scripts,seeds,bench}/**/*.slow.spec.{ts,tsx}']
        : ['{src,scripts,seeds,bench}/**/*.spec.{ts,tsx}'],
      exclude: slow ? ['**/node_modules/**'] : ['**/node_modules/**', '**/*.slow.spec.{ts,tsx}'],
      testTimeout: slow ? 600_000 : 20_000,
      hookTimeout: slow ? 600_000 : 20_000,
      // Exported pages carry style sheets: specs must see the real ones.
      css: true,
      passWithNoTests: false,
    },
  }
})
