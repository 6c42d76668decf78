import { reject } from '../rejection.ts'
import type { KeptCommand } from './kept-command.ts'
import { eventNumberIn, numbered } from './needs.ts'

/** What the parent knows about the branch's commands that it has taken. */
export interface Translating {
  /** The last event that parent and branch share. */
  fork: number
  /** The id under which the parent took one of the branch's commands; undefined: it did not. */
  takenAs(commandId: string): string | undefined
  /** The parent's event for one of the branch's after the fork; undefined: its command was not taken. */
  eventOf(seq: number): number | undefined
  /** True for a command of the branch since the fork. */
  isOwn(commandId: string): boolean
  /** A text that the branch keeps, by its digest. */
  text(hash: string): string
}

/**
 * A command's arguments as they are given to the parent: the same, but that texts are put in again, and that what it
 * says of other commands and events of the branch is said of the parent's. Rejects where the parent has no such thing.
 */
export function translateArgs(command: KeptCommand, parent: Translating): unknown {
  const { kind, target, type, args } = command
  if (kind !== 'do' && target !== null) {
    const expected = parent.isOwn(target) ? parent.takenAs(target) : target
    if (expected === undefined) {
      reject(
        'not_taken_back',
        `This ${kind}s a change of the branch that is not taken back. Take both, or neither.`,
      )
    }
    return { expected }
  }
  if (type === 'article.import') return withTexts(args as { articles: KeptArticle[] }, parent)
  const seq = eventNumberIn(command)
  if (seq === null || seq <= parent.fork) return args
  const there = parent.eventOf(seq)
  if (there === undefined) {
    reject(
      'not_taken_back',
      `This speaks of event ${seq} of the branch, whose change is not taken back. Take that too, or neither.`,
      { seq },
    )
  }
  return { ...(args as object), [numbered[type]!]: there }
}

interface KeptArticle {
  textHash: string
}

function withTexts({ articles }: { articles: KeptArticle[] }, { text }: Translating): unknown {
  return { articles: articles.map(({ textHash, ...article }) => ({ ...article, text: text(textHash) })) }
}
