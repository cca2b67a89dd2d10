/**
 * The same answer over HTTP; prints its port.
 * @module
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OUT_DATA } from './payload.js'

const body = Buffer.from(OUT_DATA)

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': body.length,
    })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${port}\n`)
})
