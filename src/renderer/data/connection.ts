import type { Bridge } from '../../contract/wire.ts'
import { connect } from './bridge.ts'

/** The page's one way to the program. */
export const bridge: Bridge = connect()
