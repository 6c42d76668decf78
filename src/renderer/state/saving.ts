import { create } from 'zustand'

/** How many changes are on their way to the log. What is not among them is saved. */
export const useSaving = create<{ pending: number }>()(() => ({ pending: 0 }))

/** Counts the change as pending until its answer is there. */
export async function whileSaving<T>(change: Promise<T>): Promise<T> {
  useSaving.setState(({ pending }) => ({ pending: pending + 1 }))
  try {
    return await change
  } finally {
    useSaving.setState(({ pending }) => ({ pending: pending - 1 }))
  }
}
