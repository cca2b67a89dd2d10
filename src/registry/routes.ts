/**
 * /registry/…: the one way to the registry, for the command line, the console
 * and programs of a management centre.
 * @module
 */
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { SandboxServer } from '../sandbox/server.js'
import { answerError, answerNotFound, validate } from './answer-error.js'
import { addApplicantRoutes } from './applicant-routes.js'
import { addImportRoutes } from './import-routes.js'
import { addOperatorRoutes } from './operator-routes.js'
import type { Registry } from './registry.js'
import { type RouteOptions, requireOperator } from './who.js'

/** Adds them to `server`, with errors and a description of their own. */
export async function addRegistryRoutes(
  server: SandboxServer,
  registry: Registry,
  options: RouteOptions = {},
): Promise<void> {
  const add = async (scope: SandboxServer) => {
    scope.setValidatorCompiler(validate)
    scope.setSerializerCompiler(serializerCompiler)
    scope.setErrorHandler(answerError)
    scope.setNotFoundHandler(answerNotFound)
    await scope.register(swagger, DESCRIPTION)
    scope.get('/openapi.json', { schema: { hide: true } }, () =>
      scope.swagger(),
    )
    addApplicantRoutes(scope.withTypeProvider<ZodTypeProvider>(), registry)
    await scope.register(async (operators: SandboxServer) => {
      requireOperator(operators, registry, options)
      const routes = operators.withTypeProvider<ZodTypeProvider>()
      addOperatorRoutes(routes, registry)
      addImportRoutes(routes, registry)
    })
  }
  await server.register(add, { prefix: '/registry' })
}

const DESCRIPTION: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: '终端登记 · registry of terminals',
      description:
        'XJ-D01-2019, 7.2.1.1: terminals are registered, reviewed, and given a 终端备案号.',
      version: '1',
    },
    components: {
      securitySchemes: { operator: { type: 'http', scheme: 'bearer' } },
    },
  },
  transform: jsonSchemaTransform,
  transformObject: jsonSchemaTransformObject,
}
