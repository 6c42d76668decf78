import { expect } from 'vitest'
import type { Problem } from './answer.ts'
import { commands } from './catalogue.ts'
import { type Deciding, decideCommand, type Past, type PastCommand } from './command.ts'
import { sameValue } from './decide.ts'
import type { NewEvent } from './event.ts'
import { applyEvent, type StoredEvent } from './fold.ts'
import { dumpTables, memoryTables } from './memory-tables.ts'
import { parseStream, type TableName, type Tables } from './rows.ts'

/** A command and its arguments; done by Ann unless somebody else is named. */
export type Step = readonly [type: string, args: unknown, by?: string]

/** What a command led to, to be compared with what the rules say. */
export interface Outcome {
  /** Exactly these events, in this order: stream, type and (at least) these fields of the payload. */
  thenEvents(...expected: readonly [stream: string, type: string, payload?: object][]): Outcome
  /** The label that undo will name. */
  labelled(label: string): Outcome
  /** A refusal with this code; nothing has changed. `words` must occur in the sentence. */
  thenRejected(code: string, words?: string): void
  /** A row as it is now. */
  row(table: TableName, id: string): Record<string, unknown> | undefined
  /** A further command after this one. */
  when(...step: Step): Outcome
}

/**
 * Given work that was done, when a command is given, then these events follow, or a rejection. Everything runs over
 * tables in memory: the rules need no file.
 */
export function given(...steps: readonly Step[]) {
  const world = new World()
  world.must('analyst.join', { id: 'ann', name: 'Ann Example', initials: 'AE', colour: 'blue' }, 'ann')
  world.must('analyst.join', { id: 'ben', name: 'Ben Example', initials: 'BE', colour: 'green' }, 'ben')
  for (const [type, args, by] of steps) world.must(type, args, by ?? 'ann')
  return { when: (...step: Step) => world.when(...step) }
}

/** A digest for specs: 64 hexadecimal digits that depend on every character. The real one is SHA-256. */
export function specDigest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593]
  for (let index = 0; index < text.length; index += 1) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193)
    b = Math.imul(b + text.charCodeAt(index), 0x85ebca6b) ^ a
  }
  return [a, b, a ^ b, a + b, a - b, ~a, ~b, a * 3]
    .map((part) => (part >>> 0).toString(16).padStart(8, '0'))
    .join('')
}

interface Done extends PastCommand {
  events: StoredEvent[]
}

class World {
  readonly #tables: Tables = memoryTables()
  readonly #texts = new Map<string, string>()
  readonly #done: Done[] = []
  #seq = 0

  must(type: string, args: unknown, by: string): void {
    const result = this.#execute(type, args, by)
    if ('code' in result) throw new Error(`given ${type}: ${result.message}`)
  }

  when(type: string, args: unknown, by = 'ann'): Outcome {
    const before = dumpTables(this.#tables)
    const result = this.#execute(type, args, by)
    const accepted = (): { events: NewEvent[]; label: string } => {
      if ('code' in result) throw new Error(`rejected (${result.code}): ${result.message}`)
      return result
    }
    const outcome: Outcome = {
      thenEvents: (...expected) => {
        const { events } = accepted()
        expect(events.map((event) => [event.stream, event.type])).toEqual(
          expected.map(([stream, eventType]) => [stream, eventType]),
        )
        for (const [index, [, , payload]] of expected.entries()) {
          if (payload) expect(events[index]!.payload).toMatchObject(payload)
        }
        return outcome
      },
      labelled: (label) => {
        expect(accepted().label).toBe(label)
        return outcome
      },
      thenRejected: (code, words = '') => {
        expect(result).toMatchObject({ code, message: expect.stringContaining(words) })
        expect(dumpTables(this.#tables)).toEqual(before)
      },
      row: (table, id) => {
        accepted()
        return this.#tables[table].get(id) as Record<string, unknown> | undefined
      },
      when: (...step) => this.when(...step),
    }
    return outcome
  }

  #execute(type: string, args: unknown, by: string): Problem | { events: NewEvent[]; label: string } {
    const definition = commands.get(type)
    if (!definition) throw new Error(`no command ${type}`)
    const commandId = `command-${this.#seq}`
    const at = new Date(Date.UTC(2024, 10, 1, 8, this.#seq)).toISOString()
    const context: Deciding = {
      tables: this.#tables,
      at,
      by,
      commandId,
      head: this.#seq,
      text: (articleId) => this.#texts.get(this.#tables.articles.get(articleId)!.textHash)!,
      digest: specDigest,
      keepText: (text) => {
        const hash = specDigest(text)
        this.#texts.set(hash, text)
        return hash
      },
      past: this.#past(),
    }
    const decided = decideCommand(definition, args, context)
    if (!decided.ok) return decided.error
    const { decision } = decided.value
    const stored = decision.events.map((event, index): StoredEvent => {
      return { ...event, seq: this.#seq + index + 1, at, by, commandId }
    })
    for (const event of stored) applyEvent(this.#tables, event)
    this.#seq += stored.length
    const { kind = 'do', target = null, label } = decision
    this.#done.push({ commandId, type, kind, target, label, by, events: stored })
    return { events: decision.events, label }
  }

  /** What the log tells, told from memory: every stream folded from its beginning. */
  #past(): Past {
    const done = this.#done
    const events = () => done.flatMap((command) => command.events)
    const find = (commandId: string) => done.find((command) => command.commandId === commandId)!
    const rowAfter = (stream: string, seq: number) => {
      const tables = memoryTables()
      for (const event of events()) if (event.stream === stream && event.seq <= seq) applyEvent(tables, event)
      const { table, id } = parseStream(stream)
      return tables[table].get(id) as Record<string, unknown> | undefined
    }
    return {
      commandsOf: (by) => done.filter((command) => command.by === by).reverse(),
      changesOf: (commandId) => {
        const own = find(commandId).events
        return [...new Set(own.map(({ stream }) => stream))].map((stream) => ({
          stream,
          before: rowAfter(stream, own[0]!.seq - 1),
          after: rowAfter(stream, own.at(-1)!.seq),
        }))
      },
      rowAt: rowAfter,
      laterEdit: (stream, commandId, fields) => {
        const last = find(commandId).events.at(-1)!.seq
        const later = events().filter((event) => event.stream === stream && event.seq > last)
        return later.findLast(({ seq }) => {
          const [was, is] = [rowAfter(stream, seq - 1), rowAfter(stream, seq)]
          if (!was || !is) return true
          const looked = fields.length > 0 ? fields : Object.keys(is)
          return looked.some((field) => !sameValue(was[field], is[field]))
        })
      },
    }
  }
}
