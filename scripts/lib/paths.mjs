import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** A path inside the project. @param {...string} parts */
export const inProject = (...parts) => join(root, ...parts)
