/* What the faults need of the program, built into one file by load.mjs: the whole command line, without a process. */
export { run } from '../../src/main/cli/run.ts'
