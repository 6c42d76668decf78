import type { changeBrief } from './use-brief.ts'

/** Words for a claim in this brief; null for the claim’s own statement. */
export type OnWording = (claimId: string, words: string | null) => ReturnType<typeof changeBrief>
