import { create } from 'zustand'

interface Connection {
  /** False once the program behind the page has stopped answering. */
  alive: boolean
  /** Notes an answer: its problem's code, or null for a good one. */
  heard(code: string | null): void
}

/** Whether the program behind this page still answers. */
export const useConnection = create<Connection>()((set, get) => ({
  alive: true,
  heard(code) {
    const alive = code !== 'shell_unreachable'
    if (alive !== get().alive) set({ alive })
  },
}))
