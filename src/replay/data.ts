import type { ReplayAbout, ReplayEvent, ReplayText } from '../contract/replay.ts'

/** Everything in the file, read. */
export interface ReplayData {
  about: ReplayAbout
  texts: ReplayText[]
  events: ReplayEvent[]
}

/** The file was cut short or altered so that it cannot be read. */
export class Unreadable extends Error {}

/**
 * Reads the blocks one by one and lets the page breathe in between.
 *
 * @param block the text of the block of that name; null where the file has none
 * @throws Unreadable with a sentence
 */
export async function readData(
  block: (id: string) => string | null,
  breathe: (done: number, total: number) => Promise<void>,
): Promise<ReplayData> {
  const read = (id: string): unknown => {
    const json = block(id)
    if (json === null) throw new Unreadable(`This file was cut short: its part “${id}” is missing.`)
    try {
      return JSON.parse(json)
    } catch {
      throw new Unreadable(`This file was cut short or altered: its part “${id}” cannot be read.`)
    }
  }
  const about = read('about') as ReplayAbout
  const texts = read('texts') as ReplayText[]
  const events: ReplayEvent[] = []
  for (let number = 0; number < about.blocks; number += 1) {
    for (const event of read(`events-${number}`) as ReplayEvent[]) events.push(event)
    await breathe(number + 1, about.blocks)
  }
  if (events.length !== about.events) {
    throw new Unreadable(
      `This file was altered: it says that it has ${about.events} events, but ${events.length} are inside.`,
    )
  }
  return { about, texts, events }
}
