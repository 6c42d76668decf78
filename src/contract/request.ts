import type { z } from 'zod'

/** One request that a screen or the command line can make. */
export interface RequestDefinition<
  In extends z.ZodType = z.ZodType,
  Out = unknown,
  By extends 'engine' | 'program' = 'engine' | 'program',
> {
  /** Checked at the door: everything from a window is untrusted. */
  input: In
  /** Who answers: the engine's worker, or the program around it (files, jobs, settings). */
  by: By
  /** Record tables whose changes make an earlier answer stale; `*` for all of them, empty when none does. */
  reads: readonly string[]
  /** Whether a screen that stands in the past asks it as of that moment; by default whatever reads record tables. */
  inPast: boolean
  /** Only for its type. */
  readonly output?: Out
}

/** Declares a request; the answer's type is the type argument, the rest follows from the definition. */
export function request<Out>() {
  return <In extends z.ZodType, const By extends 'engine' | 'program'>(definition: {
    input: In
    by: By
    reads?: readonly string[]
    inPast?: boolean
  }): RequestDefinition<In, Out, By> => {
    const { by, reads = [] } = definition
    return { reads, inPast: by === 'engine' && reads.length > 0, ...definition }
  }
}

export type InputOf<R> = R extends RequestDefinition<infer In, unknown> ? z.input<In> : never
export type ParsedInputOf<R> = R extends RequestDefinition<infer In, unknown> ? z.output<In> : never
export type OutputOf<R> = R extends RequestDefinition<z.ZodType, infer Out> ? Out : never
