import type { Answer } from '../domain/answer.ts'

/** What crosses the bridge between a window and the program. Plain data only: it must survive structured clone and JSON. */

export type { Answer, Problem } from '../domain/answer.ts'

/** What the program tells every window without being asked. */
export type Push =
  /** Rows changed: `tables` names the record tables touched, `head` is the log's new last sequence number. */
  | { kind: 'changed'; head: number; hash: string; tables: string[]; items: string[] }
  /** A long job moves. `done` and `total` are in the job's own unit; `total` 0 means unknown. */
  | { kind: 'progress'; job: string; title: string; done: number; total: number; ended: boolean }
  /** Another workspace was opened, or none is open any more: every cached answer is stale. */
  | { kind: 'workspace' }
  /** Something happened that the person must know and that no answer tells. */
  | { kind: 'told'; text: string }
  /** A menu item or its key was used; `command` is an id of the command palette. */
  | { kind: 'menu'; command: string }

/** The one object that a preload script or the loopback client gives to the renderer. */
export interface Bridge {
  request(name: string, input: unknown): Promise<Answer<unknown>>
  subscribe(listener: (push: Push) => void): () => void
}
