import { whenAskedToEnd } from './asked-to-end.ts'

/** Run as a process of its own: tells its number and when it is asked to end, and goes on for half a minute. */
whenAskedToEnd((exitCode) => console.log(`asked ${exitCode}`))
setTimeout(() => {}, 30_000)
console.log(process.pid)
