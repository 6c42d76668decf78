import type { Finding } from '../../../contract/program.ts'

/** Findings kept of one kind; more of them say nothing new and would fill the screen. */
const keptOfAKind = 20

/** Collects what a check finds wrong. */
export interface Findings {
  add(code: string, message: string, seq?: number | null): void
  list(): Finding[]
}

export function collectFindings(): Findings {
  const findings: Finding[] = []
  const counts = new Map<string, number>()
  return {
    add(code, message, seq = null) {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count <= keptOfAKind) findings.push({ code, message, seq })
    },
    list() {
      const more = [...counts]
        .filter(([, count]) => count > keptOfAKind)
        .map(([code, count]) => ({
          code,
          message: `${(count - keptOfAKind).toLocaleString('en-GB')} more findings of the kind “${code}”.`,
          seq: null,
        }))
      return [...findings, ...more]
    },
  }
}
