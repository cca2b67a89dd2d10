import t from 'tap'
import { cTest } from './build.js'

cTest(t, 'charset', ['test/native/tap.c', 'native/charset.c'])
