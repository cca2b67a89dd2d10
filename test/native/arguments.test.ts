import t from 'tap'
import { cTest, HARNESS, LIBRARY, SHORT_DEADLINES } from './build.js'

cTest(
  t,
  'arguments',
  [...HARNESS, ...LIBRARY],
  [...SHORT_DEADLINES, '-Wl,--wrap=malloc'],
)
