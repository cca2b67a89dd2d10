/**
 * The least that a server on Node's `net` does: the reply's bytes for whatever
 * comes, nothing decoded. Its argument is the socket.
 * @module
 */
import { createServer } from 'node:net'
import { FRAMES } from './payload.js'

createServer(socket => {
  socket.on('data', () => socket.end(FRAMES.reply))
}).listen(process.argv[2], () => process.stdout.write('ready\n'))
