import t from 'tap'
import { cTest, HARNESS, LIBRARY } from './build.js'

cTest(t, 'threads', [...HARNESS, ...LIBRARY])
