import t from 'tap'
import { packagePath } from '../../src/paths.js'
import { cTest } from './build.js'

const golden = packagePath('test/native/golden')
const sources = ['test/native/tap.c', 'native/wire.c']

cTest(t, 'wire', sources, [], golden)
