import t from 'tap'
import { cTest, HARNESS, LIBRARY, SHORT_DEADLINES } from './build.js'

cTest(t, 'exchange', [...HARNESS, ...LIBRARY], SHORT_DEADLINES)
